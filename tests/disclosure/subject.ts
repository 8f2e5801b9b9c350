import { layOutPlaces } from '@kannwas/api/snapshots/places';
import { placeBounds } from '@kannwas/disclosure/rules';
import type { Pool } from './api.ts';
import type { Likelihood } from './mechanisms/likelihood.ts';
import { districts, makePeople } from './population.ts';
import { Truth } from './truth.ts';

/** A mechanism under attack, with the truth about the people in it. */
export type Subject = {
  truth: Truth;
  /** What the attacker asks. */
  pool: Pool;
  /**
   * The same mechanism at the attacker's home, about other people and with other keys: everything but keys and people is
   * public, so an attacker studies it first.
   */
  imitate: (truth: Truth, seed: string) => Pool;
  /** How likely it publishes a number for a true count. */
  likelihood: Likelihood;
};

/** A town that an attacker makes up: other people, of a number and kind as in the real one. */
export function townAtHome(seed: string, people = 6_000): Truth {
  const made = makePeople(seed, people);
  const inhabited = districts.map((code) => ({
    code,
    people: made.filter(({ district }) => district === code).length,
  }));
  return new Truth(
    made,
    layOutPlaces(inhabited, () => placeBounds.least),
  );
}
