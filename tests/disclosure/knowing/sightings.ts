import type { Cell } from '@kannwas/disclosure/cell';
import { type Query, queriesFor, read, whereOf } from '../search/queries.ts';
import type { Subject } from '../subject.ts';
import { type Members, size } from '../truth.ts';

/** What an attacker wants to know. */
export const secrets = ['experience', 'education', 'german'] as const;
export type Secret = (typeof secrets)[number];

/** People who share some traits, and what was shown of those who count under each code of the secret. */
export type Group = { where: Cell; members: Members; shown: ReadonlyMap<string, number | null> };

/** As many questions as an account may put in an epoch. */
const budget = 300;
/** In a smaller group nearly everything is withheld. */
const least = 12;

const queries: Record<Secret, Query[]> = {
  experience: queriesFor({ dimension: 'experience' }),
  education: queriesFor({ dimension: 'education' }),
  german: queriesFor({ dimension: 'german' }),
};

/** Asks for everybody who shares one to three traits with somebody, spread by the secret: the smallest groups first. */
export async function lookAround(
  { truth, pool }: Pick<Subject, 'truth' | 'pool'>,
  person: number,
  secret: Secret,
): Promise<Group[]> {
  const groups = queries[secret].flatMap((query) => {
    const where = whereOf(truth, person, query);
    return where ? [{ where, members: truth.members(where) }] : [];
  });
  const smallest = groups
    .map((group) => ({ ...group, people: size(group.members) }))
    .filter(({ people }) => people >= least)
    .sort((a, b) => a.people - b.people);
  const seen: Group[] = [];
  const known = new Set<string>();
  let asked = 0;
  for (const { where, members } of smallest) {
    if (asked === budget) break;
    // The same people have the same noise: asking for them in other words tells nothing new.
    const name = members.join();
    if (known.has(name)) continue;
    known.add(name);
    const shown = await read(pool, truth, where, { dimension: secret });
    if (shown.size === 0) continue;
    asked += 1;
    seen.push({ where, members, shown });
  }
  return seen;
}
