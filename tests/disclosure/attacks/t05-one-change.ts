import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import type { Cell } from '@kannwas/disclosure/cell';
import { type Secret, secrets } from '../differences/contrasts.ts';
import { change, erase, join, leave } from '../epochs/moves.ts';
import { changedCells, readEverything } from '../epochs/reading.ts';
import { chances, makePeople, type Person } from '../population.ts';
import { type Attack, resultOf } from '../result.ts';
import { bestClaims, type Guess } from '../statistics.ts';
import type { Instance } from '../town.ts';

const groups: readonly Cell[] = [{ availability: 'work' }];

/** What may happen to one person between two epochs. */
const kinds = ['joins', 'leaves', 'changes', 'is erased'] as const;

type Found = { guesses: Guess[]; changed: number; early: number; compared: number };

/**
 * Reads everything before and after one person joined, left, changed, or was erased, and over four epochs, knowing that
 * nothing else happened: whatever moves is about that person.
 * Source: Dwork, Naor, Pitassi, Rothblum (2010), Differential Privacy under Continual Observation, STOC 2010, names the
 * attack; disclosure.md, section 0, simulates it.
 */
export const oneChange: Attack = {
  id: 'T05',
  run: async (world) => {
    const instance = await world.instance();
    const found: Found = { guesses: [], changed: 0, early: 0, compared: 0 };
    const sites = world.effort.quick ? 4 : Math.ceil(world.effort.targets / 50);
    for (let nth = 0; nth < sites; nth++) await watch(instance, nth, world.effort.quick ? 2 : 4, found);
    const { guesses, changed, early, compared } = found;
    const epochs = world.effort.quick ? 'two epochs' : 'four epochs';
    return [
      resultOf(
        'T05',
        'ci',
        bestClaims(guesses),
        0.02,
        `${sites} sites, ${epochs}, five attributes of one person`,
      ),
      resultOf('T05', 'count', { value: changed, upper: changed, n: compared }, 0, 'cells that changed'),
      resultOf(
        'T05',
        'count',
        { value: early, upper: early, n: compared },
        0,
        'cells that changed before an epoch',
      ),
    ];
  },
};

async function watch(instance: Instance, nth: number, epochs: number, found: Found): Promise<void> {
  const random = makeRandom(`T05 ${nth}`);
  const siteId = `one-change-${nth}`;
  const [target, ...others] = makePeople(`T05 ${nth}`, 301);
  const kind = kinds[nth % kinds.length];
  if (!target || !kind) return;
  const town = await instance.settle(siteId, kind === 'joins' ? others : [target, ...others]);
  const pool = (await (await instance.employ(town)).lend(siteId)).at(siteId);
  const read = () => readEverything(pool, groups);
  const before = await read();
  const now = await happen(instance, siteId, { kind, target, id: town.ids[0] ?? '', random });
  const early = await read();
  found.early += changedCells(before, early).length;
  const moved: string[] = changedCells(before, early);
  for (let epoch = 1; epoch < epochs; epoch++) {
    await town.publish();
    const after = await read();
    moved.push(...changedCells(before, after));
    found.compared += after.size;
  }
  found.changed += new Set(moved).size;
  for (const secret of secrets) found.guesses.push(guess(moved, secret, now));
}

type Happening = { kind: (typeof kinds)[number]; target: Person; id: string; random: Random };

/** @returns what is true of the target now, or was until now */
async function happen(
  instance: Instance,
  siteId: string,
  { kind, target, id, random }: Happening,
): Promise<Person> {
  if (kind === 'joins') await join(instance, siteId, [target]);
  if (kind === 'leaves') await leave(instance, siteId, [id]);
  if (kind === 'is erased') await erase(instance, siteId, id);
  if (kind !== 'changes') return target;
  const pickFor = <S extends Secret>(secret: S) => random.pick<string>(chances[secret](target.occupation));
  const now = { ...target, ...Object.fromEntries(secrets.map((secret) => [secret, pickFor(secret)])) };
  await change(instance, siteId, id, now);
  return now;
}

/** The value in most of the cells that moved; nothing is said where nothing moved. */
function guess(moved: readonly string[], secret: Secret, target: Person): Guess {
  const weighted: readonly (readonly [string, number])[] = chances[secret](target.occupation);
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const baseline = Math.max(...weighted.map(([, weight]) => weight)) / total;
  const about = weighted.map(([value]) => ({
    value,
    cells: moved.filter((text) => text.split('&').includes(`${secret}=${value}`)).length,
  }));
  const best = about.reduce((a, b) => (b.cells > a.cells ? b : a));
  return { confidence: best.cells === 0 ? null : best.cells, right: best.value === target[secret], baseline };
}
