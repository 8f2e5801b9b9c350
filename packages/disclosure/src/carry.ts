/** A base is at most so many epochs old; then an answer is made anew, unless nobody changed at all. */
export const oldestBase = 12;

/** Of a large group so many must change besides: one in fifty. Else a number about a whole town would be drawn in every epoch. */
export const changingShare = 1 / 50;

type Carried = {
  /** How many do this work in this place now. */
  people: number;
  /** How many of them, then or now, joined, left, or changed in anything. */
  changed: number;
  /** People of the base who were erased since: nobody knows who, but each counts once. */
  gone: number;
  tau: number;
  epochsSinceBase: number;
};

/**
 * Tells whether an earlier answer, a withheld one included, still stands: a single change is then invisible.
 *
 * A cell that tells facts stands as long as what it tells of the same work and place without them. Else somebody who adds
 * people, as many as may change without a new number, could see by it whether the next one has the fact too (attack T06).
 */
export function keepsAnswer({ people, changed, gone, tau, epochsSinceBase }: Carried): boolean {
  return epochsSinceBase <= oldestBase && changed + gone < tau + Math.floor(people * changingShare);
}

/**
 * Tells whether an answer that stands counts as made of the people of this epoch: they are the same in everything. Else the same
 * people would have another noise every year, and whoever asks for years would average it away (attack T07). Only just before
 * the base is too old, so that when an answer is made anew does not tell when somebody changed.
 */
export const isUnchanged = ({ changed, gone, epochsSinceBase }: Carried): boolean =>
  changed + gone === 0 && epochsSinceBase === oldestBase;
