import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { hardenedDraw, plainDraw } from './keys.ts';
import { allLayers, type Layers } from './layers.ts';
import { type PTable, ptable } from './ptable.ts';

/** Everything `protect` needs besides the cell. */
export type Rules = {
  /** The keyed draw of a cell; a function, so that rules can be logged without showing the epoch key. */
  draw: (cellKey: bigint, n: number) => number;
  /** Fewer people than this are withheld, whatever the noise says. */
  hardFloor: number;
  /** Fewer people than this are withheld too: by a secret number, so that an answer is no proof of the fifth person. */
  floorOf: (cellKey: bigint) => number;
  /** A perturbed count below this is withheld. */
  threshold: number;
  /** Published counts are multiples of this. */
  roundTo: number;
  /** The noise of a cell, by how many facts it tells about the people in it. */
  tables: readonly [PTable, ...PTable[]];
  /** A question may stand on its own, or be spread out, from this perturbed count on. */
  base: number;
  /** How many people of a work and place must change until answers about them are made anew; the same in every epoch. */
  tau: (cell: string) => number;
  /** How many people more a broader cell must hold for this one to have an answer of its own. */
  tauOf: (cell: string, broader: string, bounds: TauBounds) => number;
  /** How many people a place must have to stand alone; the same in every epoch. */
  leastOfPlace: (place: string) => number;
  /** Above which share one category of a line may not be shown; the same in every epoch. */
  dominance: (line: string) => number;
  layers: Layers;
};

type RuleSettings = {
  epochKey: Uint8Array;
  /** The key that outlives epochs, at least 32 random bytes. */
  staticKey: Uint8Array;
  /** Only tests take a layer away, to show which attack then succeeds. */
  layers?: Layers;
  base?: number;
  hardFloor?: number;
  threshold?: number;
  roundTo?: number;
  D?: number;
  V?: number;
  js?: number;
};

/** The weakest protection this house offers; chosen by risk simulation, since no authority recommends values. */
export const defaults = { hardFloor: 5, threshold: 10, roundTo: 5, D: 10, V: 4, js: 2, base: 30 };

/** How many facts a cell may tell about people: as many as a question has conditions. */
const someFacts = [1, 2, 3, 4];

/**
 * The noise of a cell that tells so many facts about its people: each adds one person to the standard deviation. The more
 * facts, the more such cells there are around one person, and with less noise somebody who asks for all of them averages it
 * away (attacks T03, T06, T10, T12, and T19).
 */
export const noiseWith = (
  facts: number,
  { D, V }: { D: number; V: number } = defaults,
): { D: number; V: number } => ({ D: D + 5 * facts, V: (Math.sqrt(V) + facts) ** 2 });

/** Of fewer people of a site, as published, no number tells a fact: there everybody may know nearly everybody (attack T10). */
export const leastForFacts = 100;

export type TauBounds = { readonly least: number; readonly most: number };

/** τ lies between these, both included. */
export const tauBounds = { least: 3, most: 6 } as const satisfies TauBounds;

/** τ between two cells that tell the same fact: subtracting them would tell it of those in between, also where they are eight. */
export const factTauBounds = { least: 8, most: 15 } as const satisfies TauBounds;

/**
 * Of 256 cells with as many people as the hard floor, or one more, two more, …, so many are not below their secret floor:
 * at every step at most twice as many, so that one person more or less is never told by it.
 */
export const aboveFloor = [16, 32, 64, 128, 192, 224, 256] as const;

/** The least number of people of a place lies between these: by an exact bound the 500th person could be told. */
export const placeBounds = { least: 500, most: 550 } as const;

/** The greatest share that is shown lies between these. */
export const dominanceBounds = { least: 0.85, most: 0.95 } as const;

/**
 * Builds the rules of one epoch, with the p-table computed once.
 *
 * Settings may only strengthen the defaults. Throws a RangeError that names the setting and its least value,
 * and PTableInfeasible where D, V, and js do not fit together.
 */
export function makeRules({ epochKey, staticKey, layers = allLayers, ...settings }: RuleSettings): Rules {
  for (const [name, key] of Object.entries({ epochKey, staticKey })) {
    if (key.length < 32)
      throw new RangeError(`${name} needs at least 32 random bytes; it has ${key.length}.`);
  }
  const base = strengthened('base', settings.base);
  const hardFloor = strengthened('hardFloor', settings.hardFloor);
  const threshold = strengthened('threshold', settings.threshold);
  const roundTo = strengthened('roundTo', settings.roundTo);
  const [D, V, js] = [
    strengthened('D', settings.D),
    strengthened('V', settings.V),
    strengthened('js', settings.js),
  ];

  if (threshold < hardFloor) {
    throw new RangeError(`threshold is ${threshold}, but must be at least hardFloor (${hardFloor}).`);
  }
  if (roundTo % defaults.roundTo !== 0) {
    throw new RangeError(`roundTo is ${roundTo}, but must be a multiple of ${defaults.roundTo}.`);
  }
  // Else a count that passes the threshold could round down to 0 and say "nobody".
  if (roundTo > threshold) {
    throw new RangeError(`roundTo is ${roundTo}, but must not exceed threshold (${threshold}).`);
  }
  // Prepared once: a table takes a thousand keyed hashes, and preparing the key costs more than the hash.
  const [ofEpoch, ofSite] = [createSecretKey(epochKey), createSecretKey(staticKey)];
  const draw = (cellKey: bigint, n: number) =>
    layers.hardenedKey ? hardenedDraw(ofEpoch, cellKey, n) : plainDraw(cellKey);
  const tau = (cell: string) => keyedTau(ofSite, cell);
  const tauOf = (cell: string, broader: string, bounds: TauBounds) =>
    keyedTau(ofEpoch, `${cell} < ${broader}`, bounds);
  const floorOf = (cellKey: bigint) => hardFloor + keyedAbove(ofEpoch, cellKey);
  const leastOfPlace = (place: string) => keyedLeast(ofSite, place);
  const dominance = (line: string) => keyedShare(ofSite, line);
  const tableWith = (facts: number) => ptable({ ...noiseWith(facts, { D, V }), js });
  const tables = [tableWith(0), ...someFacts.map(tableWith)] as const;
  const bounds = { hardFloor, threshold, roundTo, base };
  return { ...bounds, floorOf, draw, tau, tauOf, leastOfPlace, dominance, layers, tables };
}

/** From the least to the most, evenly: HMAC-SHA-256(key, "tau" ‖ text), its first byte modulo how many there are (4 or 8). */
function keyedTau(key: KeyObject, text: string, { least, most }: TauBounds = tauBounds): number {
  const [first = 0] = createHmac('sha256', key).update('tau').update(text, 'utf8').digest();
  return least + (first % (most - least + 1));
}

/** From 0 to 6: HMAC-SHA-256(key, "floor" ‖ cell key in decimal digits); how many of `aboveFloor` its first byte reaches. */
function keyedAbove(key: KeyObject, cellKey: bigint): number {
  const [first = 0] = createHmac('sha256', key).update('floor').update(String(cellKey), 'utf8').digest();
  return aboveFloor.filter((cells) => cells <= first).length;
}

/** From 500 to 550, nearly evenly: HMAC-SHA-256(key, "place" ‖ text), its first 32 bits modulo 51. */
function keyedLeast(key: KeyObject, text: string): number {
  const first32 = createHmac('sha256', key).update('place').update(text, 'utf8').digest().readUInt32BE(0);
  return placeBounds.least + (first32 % (placeBounds.most - placeBounds.least + 1));
}

/** From 0.85 up to 0.95, evenly: HMAC-SHA-256(key, "dominance" ‖ text), its first 32 bits / 2^32. */
function keyedShare(key: KeyObject, text: string): number {
  const first32 = createHmac('sha256', key).update('dominance').update(text, 'utf8').digest().readUInt32BE(0);
  return dominanceBounds.least + (first32 / 2 ** 32) * (dominanceBounds.most - dominanceBounds.least);
}

function strengthened(name: keyof typeof defaults, value: number = defaults[name]): number {
  const whole = name === 'V' || Number.isSafeInteger(value);
  if (!(whole && Number.isFinite(value) && value >= defaults[name])) {
    throw new RangeError(
      `${name} is ${value}, but must be ${name === 'V' ? 'a' : 'a whole'} number from ${defaults[name]}.`,
    );
  }
  return value;
}
