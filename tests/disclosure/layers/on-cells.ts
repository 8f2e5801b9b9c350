import { makeRandom, type Random } from '@kannwas/api/demo/people/random';
import { boundReached, type Use } from '@kannwas/disclosure/budget';
import type { Cell } from '@kannwas/disclosure/cell';
import { protect } from '@kannwas/disclosure/index';
import { plainDraw } from '@kannwas/disclosure/keys';
import type { Layers } from '@kannwas/disclosure/layers';
import { lookup } from '@kannwas/disclosure/ptable';
import { makeResolver, type Previous } from '@kannwas/disclosure/resolve';
import { makeRules, type Rules } from '@kannwas/disclosure/rules';

const staticKey = Buffer.alloc(32, 'site');
const epochs = 24;
const rulesOfEpochs = Array.from({ length: epochs }, (_, epoch) =>
  makeRules({ epochKey: Buffer.alloc(32, `epoch ${epoch}`), staticKey }),
);
/** The rules of an epoch, made once: the table of noise takes longest. */
function rulesWith(layers: Layers, epoch = 0): Rules {
  const [rules] = rulesOfEpochs.slice(epoch % epochs);
  if (!rules) throw new RangeError('There is no such epoch.');
  // Without a hardened key the noise hangs on the sum of the record keys alone.
  const draw = layers.hardenedKey ? rules.draw : plainDraw;
  return { ...rules, draw, layers };
}
const key64 = (random: Random) =>
  (BigInt(random.between(0, 2 ** 31)) << 33n) ^
  BigInt(random.between(0, 2 ** 31)) ^
  (BigInt(random.between(0, 2 ** 31)) << 17n);

/** How often something is true. */
function share(name: string, isTrue: (random: Random, nth: number) => boolean, trials = 2_000): number {
  const random = makeRandom(name);
  let count = 0;
  for (let nth = 0; nth < trials; nth++) count += isTrue(random, nth) ? 1 : 0;
  return count / trials;
}

/** People of two conditions: welders, and those among them who are men. One person in question is a woman. */
export function isolating(layers: Layers): number {
  return share('isolating', (random, nth) => {
    const [men, others] = [random.between(30, 60), random.between(100, 200)];
    const isWelder = random.chance(0.5);
    const keys = Array.from({ length: men + 1 + others }, () => key64(random));
    const counted = ({ occupation, gender }: Cell) => {
      if (!occupation) return keys;
      return keys.slice(gender || !isWelder ? 1 : 0, men + 1);
    };
    const resolve = makeResolver({
      ...{
        rules: rulesWith({ ...layers, hysteresis: false }, nth),
        ladder: () => [],
        population: 'pool',
        epoch: 1,
      },
      count: (cell) => counted(cell).length,
      keySum: (cell) => counted(cell).reduce((sum, key) => sum + key, 0n),
      ...{ stored: () => undefined, previous: () => undefined, changed: () => 0 },
    });
    const all = resolve({ occupation: '7212' }).answer.count;
    const onlyMen = resolve({ occupation: '7212', gender: 'male' }).answer.count;
    // Two numbers are equal where nobody is in between, or by chance.
    return (all !== onlyMen) === isWelder && all !== onlyMen;
  });
}

/** The mean of what a year of publications shows of the same forty people. */
export function averaging(layers: Layers): number {
  return share(
    'averaging',
    (random) => {
      const people = random.between(35, 60);
      let previous: Previous | undefined;
      let sum = 0;
      for (let epoch = 1; epoch <= epochs; epoch++) {
        const before = previous;
        const resolve = makeResolver({
          ...{ rules: rulesWith(layers, epoch), ladder: () => [], population: 'pool', epoch },
          ...{ count: () => people, keySum: () => key64(random), stored: () => undefined },
          ...{ previous: () => before, changed: () => 0 },
        });
        const { answer, baseEpoch } = resolve({});
        previous = { answer, baseEpoch, gone: 0 };
        sum += answer.count ?? 0;
      }
      return Math.abs(sum / epochs - people) < 0.5;
    },
    300,
  );
}

/** Whether somebody is among people of whom twelve are known, by one number. */
export function lastOfThirteen(layers: Layers): number {
  const rules = rulesWith(layers);
  return share('last of thirteen', (random) => {
    const isIn = random.chance(0.5);
    const { count } = protect({ count: isIn ? 13 : 12, keySum: key64(random) }, rules);
    return (count ?? 0) >= 15 === isIn;
  });
}

/** The same by somebody who has everybody's record keys, and does the sum for both cases. */
export function withLeakedKeys(layers: Layers): number {
  const rules = rulesWith(layers);
  return share('leaked keys', (random) => {
    const [others, own] = [key64(random), key64(random)];
    const isIn = random.chance(0.5);
    const keySum = BigInt.asUintN(64, others + (isIn ? own : 0n));
    const { count } = protect({ count: isIn ? 23 : 22, keySum }, rules);
    const would = (n: number, sum: bigint) => {
      const noisy = n + lookup(rules.tables[0], n, Number(BigInt.asUintN(64, sum)) / 2 ** 64);
      return Math.round(noisy / 5) * 5;
    };
    const [out, within] = [would(22, others) === count, would(23, others + own) === count];
    return out === within ? random.chance(0.5) : within === isIn;
  });
}

/** Of two groups, one inside the other: equal numbers are taken for equal groups. Half of the time six are in between. */
export function equalNumbers(layers: Layers): number {
  const rules = rulesWith(layers);
  let [equal, right] = [0, 0];
  share('equal numbers', (random) => {
    const [people, keySum] = [random.between(40, 80), key64(random)];
    const isSame = random.chance(0.5);
    const broad = protect({ count: people, keySum }, rules).count;
    const narrow = isSame ? broad : protect({ count: people - 6, keySum: key64(random) }, rules).count;
    if (broad === narrow) equal += 1;
    if (broad === narrow && isSame) right += 1;
    return true;
  });
  return right / equal;
}

/** How often anything is shown of fewer than five people. */
export function aboutFour(layers: Layers): number {
  const rules = rulesWith(layers);
  const random = makeRandom('about four');
  let shown = 0;
  for (let nth = 0; nth < 50_000; nth++) {
    if (protect({ count: random.between(3, 4), keySum: key64(random) }, rules).count !== null) shown += 1;
  }
  return shown > 0 ? 1 : 0;
}

/** Whether anybody is there at all: nobody, or nine. */
export function nobodyOrNine(layers: Layers): number {
  const rules = rulesWith(layers);
  return share('nobody or nine', (random) => {
    const isAnybody = random.chance(0.5);
    const { count } = protect({ count: isAnybody ? 9 : 0, keySum: key64(random) }, rules);
    return (count !== null) === isAnybody;
  });
}

/** So many of two hundred questions about one person are answered in a day. */
export function questionsInADay(layers: Layers): number {
  const none: Use = { tablesToday: 0, tables: 0, cells: 0, corners: new Map() };
  let used = none;
  const wanted = { ...none, tablesToday: 1, tables: 1, cells: 5 };
  let answered = 0;
  for (let nth = 0; nth < 200; nth++) {
    if (boundReached({ account: used, organisation: used }, wanted, { layers })) continue;
    answered += 1;
    used = { ...used, tablesToday: used.tablesToday + 1, tables: used.tables + 1, cells: used.cells + 5 };
  }
  return answered / 200;
}
