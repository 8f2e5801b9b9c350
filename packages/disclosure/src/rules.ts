import { hardenedDraw } from './keys.ts';
import { type PTable, ptable } from './ptable.ts';

/** Everything `protect` needs besides the cell. */
export type Rules = {
  /** The keyed draw of a cell; a function, so that rules can be logged without showing the epoch key. */
  draw: (cellKey: bigint, n: number) => number;
  /** Fewer people than this are withheld, whatever the noise says. */
  hardFloor: number;
  /** A perturbed count below this is withheld. */
  threshold: number;
  /** Published counts are multiples of this. */
  roundTo: number;
  table: PTable;
};

type RuleSettings = {
  epochKey: Uint8Array;
  hardFloor?: number;
  threshold?: number;
  roundTo?: number;
  D?: number;
  V?: number;
  js?: number;
};

/** The weakest protection this house offers; chosen by risk simulation, since no authority recommends values. */
export const defaults = { hardFloor: 5, threshold: 10, roundTo: 5, D: 10, V: 4, js: 2 };

/**
 * Builds the rules of one epoch, with the p-table computed once.
 *
 * Settings may only strengthen the defaults. Throws a RangeError that names the setting and its least value,
 * and PTableInfeasible where D, V, and js do not fit together.
 */
export function makeRules({ epochKey, ...settings }: RuleSettings): Rules {
  if (epochKey.length < 32) {
    throw new RangeError(`epochKey needs at least 32 random bytes; it has ${epochKey.length}.`);
  }
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
  const draw = (cellKey: bigint, n: number) => hardenedDraw(epochKey, cellKey, n);
  return { draw, hardFloor, threshold, roundTo, table: ptable({ D, V, js }) };
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
