import type { Alarm as ShownAlarm } from '@kannwas/schema/pool/endpoints';
import type { Ladder } from '../cell.ts';
import { isolatingPairs, type Pair } from './pairs.ts';
import { type LoggedQuestion, nameOf } from './questions.ts';
import { personalHunts, twinSplits } from './repeats.ts';
import { type Sweep, sweeps } from './sweeps.ts';

/** So many questions of one account that isolate each other: one more than an ordinary search has at all. */
const manyInPairs = 16;
/** Of all accounts of an organisation together, as its budget is three times that of one. */
const manyOfOrganisation = 3 * manyInPairs;

/** Questions that together look like an attack: of which accounts, how many, and when the last of them was asked. */
export type Alarm = Pick<ShownAlarm, 'kind' | 'accounts' | 'questions'> & { at: number };

/**
 * Looks through the questions that one organisation asked in one epoch, at most one alarm of each kind.
 *
 * | | by one account | by several, and by none of them alone |
 * |---|---|---|
 * | pairs of questions that differ in one condition | near-duplicates | complements |
 * | one base split up in every way, or two that differ in one condition in the same ways | sweep | collusion |
 * | ten pairs spread by the same attribute of persons | sweep | collusion |
 *
 * Several accounts that each stay below the number of pairs, but not together, are a collusion too. An alarm is no proof: it
 * says which questions somebody should look at. Searching up to fifteen times for one trade in several places and at
 * several levels never raises one.
 */
export function alarmsOf(log: readonly LoggedQuestion[], ladder: Ladder): Alarm[] {
  const alone = [...Map.groupBy(log, ({ account }) => account).values()].map((own) => examine(own, ladder));
  const found = [...alone.flatMap(foundInOne), ...foundTogether(examine(log, ladder), alone)];
  return [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, several]) => {
    const asked = several.flatMap(({ log: own, questions }) =>
      own.filter((question) => questions.has(nameOf(question))),
    );
    return {
      kind,
      accounts: [...new Set(asked.map(({ account }) => account))].sort(),
      questions: new Set(asked.map(nameOf)).size,
      at: Math.max(...asked.map(({ at }) => at)),
    };
  });
}

type Examined = { log: readonly LoggedQuestion[]; pairs: readonly Pair[]; swept: readonly Sweep[] };
type Found = { kind: Alarm['kind']; log: readonly LoggedQuestion[]; questions: ReadonlySet<string> };

function examine(log: readonly LoggedQuestion[], ladder: Ladder): Examined {
  const pairs = isolatingPairs(log, ladder);
  return { log, pairs, swept: [...sweeps(log), ...twinSplits(pairs), ...personalHunts(pairs)] };
}

function foundInOne({ log, pairs, swept }: Examined): Found[] {
  const paired = new Set(pairs.flat());
  return [
    ...(paired.size >= manyInPairs ? [{ kind: 'near-duplicates', log, questions: paired } as const] : []),
    ...swept.map(({ questions }) => ({ kind: 'sweep', log, questions }) as const),
  ];
}

function foundTogether({ log, pairs, swept }: Examined, alone: readonly Examined[]): Found[] {
  const own = new Set(alone.flatMap((one) => one.pairs.map(String)));
  const shared = new Set(pairs.filter((pair) => !own.has(String(pair))).flat());
  const ownSweeps = new Set(alone.flatMap((one) => one.swept.map(({ of }) => of)));
  const together = new Set(pairs.flat());
  const isAnyAlone = alone.some((one) => new Set(one.pairs.flat()).size >= manyInPairs);
  return [
    ...(shared.size >= manyInPairs ? [{ kind: 'complements', log, questions: shared } as const] : []),
    ...swept
      .filter(({ of }) => !ownSweeps.has(of))
      .map(({ questions }) => ({ kind: 'collusion', log, questions }) as const),
    ...(!isAnyAlone && together.size >= manyOfOrganisation
      ? [{ kind: 'collusion', log, questions: together } as const]
      : []),
  ];
}
