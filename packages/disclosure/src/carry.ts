/** A base is at most so many epochs old; then an answer is made anew, however few people changed. */
export const oldestBase = 12;

type Carried = {
  /** People who joined, left, or changed so that they are in the cell of one epoch only. */
  symmetricDifference: number;
  /** People of the base who were erased since: nobody knows who, but each counts once. */
  gone: number;
  tau: number;
  epochsSinceBase: number;
};

/** Tells whether an earlier answer, a withheld one included, still stands: a single change is then invisible. */
export function keepsAnswer({ symmetricDifference, gone, tau, epochsSinceBase }: Carried): boolean {
  return epochsSinceBase <= oldestBase && symmetricDifference + gone < tau;
}
