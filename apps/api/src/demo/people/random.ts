import { createHash } from 'node:crypto';

/** Reproducible chance: the same seed draws the same, on every machine. Never for secrets. */
export type Random = {
  /** From 0 (included) to 1 (excluded). */
  next: () => number;
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number;
  chance: (probability: number) => boolean;
  /** One of several, each as often as its weight says; weights need not add up to anything. */
  pick: <T>(weighted: readonly Weighted<T>[]) => T;
  oneOf: <T>(all: readonly T[]) => T;
  bytes: (length: number) => Uint8Array;
};
export type Weighted<T> = readonly [T, number];

/** Writes weights as one reads them: `weights({ paid: 54, care: 5 })`. */
export function weights<T extends string>(of: Readonly<Record<T, number>>): readonly Weighted<T>[] {
  return Object.entries<number>(of) as [T, number][];
}

/** sfc32 by Chris Doty-Humphrey (PractRand), started from the SHA-256 of the seed. */
export function makeRandom(seed: string): Random {
  const start = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [start.readInt32LE(0), start.readInt32LE(4), start.readInt32LE(8), 1];
  const uint32 = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  const next = () => uint32() / 2 ** 32;
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (weighted) => {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      const found = weighted.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return found ? found[0] : lastOf(weighted)[0];
    },
    oneOf: (all) => all[between(0, all.length - 1)] ?? lastOf(all),
    bytes: (length) => {
      const words = new Uint32Array(Math.ceil(length / 4));
      for (let place = 0; place < words.length; place++) words[place] = uint32();
      return new Uint8Array(words.buffer, 0, length);
    },
  };
}

function lastOf<T>(all: readonly T[]): T {
  const last = all.at(-1);
  if (last === undefined) throw new RangeError('nothing to choose from');
  return last;
}
