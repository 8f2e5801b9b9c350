import { type LoggedQuestion, nameOf, spelled, subsets } from './questions.ts';

/** Trade and place are what everybody looks through; the other dimensions are attributes of persons. */
const searched = ['occupation', 'place'];
/** What an employer seldom looks through a trade by, and an attacker wants to know of somebody. */
const personal = ['education', 'experience', 'gender', 'age'];
/** By one or two of four dimensions a base can be split in ten ways; whoever splits it in more uses at least five. */
const manyWays = 11;
/** All ten are too many where two of the four are what few employers look through. */
const manyPersonalWays = 10;
const fewestPersonal = 2;
/** All margins of so many attributes are a system of equations about single people. */
const attributesOfCube = 3;
/** Each alone, and every two of them. */
const fewestOfCube = 6;
/** From so many codes on, asking for them one by one counts as spreading a dimension out. */
const fewestCodes = 3;
/** So many bases of three or more conditions, each spread by the same attribute: half of what a day allows. */
const manyNarrowBases = 30;
const narrow = 3;

/** Something that was taken apart more thoroughly than a search needs, and the questions that did it, by their spelling. */
export type Sweep = { of: string; questions: ReadonlySet<string> };

/** One way to split a base up: by some conditions that were varied, and by some dimensions that were spread out. */
type Way = { conditions: string[]; spread: string[]; pieces: LoggedQuestion[] };
type Base = { text: string; size: number; ways: Map<string, Way> };

/**
 * Finds what was swept:
 *
 * - a base that was split up by one or two dimensions in ten or eleven ways, of which each sums up to the base again, with other
 *   noise (averaging over partitions);
 * - a base that was split up by every combination, or every pair, of three attributes of persons, whose margins can be solved
 *   for single people (linear reconstruction; Dinur and Nissim 2003, Revealing Information while Preserving Privacy, PODS);
 * - one attribute, under ever other small bases.
 */
export function sweeps(log: readonly LoggedQuestion[]): Sweep[] {
  const bases = new Map<string, Base>();
  for (const question of log) noteWays(question, bases);
  const whole = [...bases.values()].map(({ ways, ...base }) => ({
    ...base,
    ways: [...ways.values()].filter(isComplete),
  }));
  const narrowWays = whole.flatMap(({ size, ways }) => (size >= narrow ? ways : []));
  return [
    ...whole.filter(({ ways }) => isSplitUp(ways)).map(({ text, ways }) => ({ of: text, ways })),
    ...[...Map.groupBy(narrowWays, (way) => dimensionsOf(way).join())]
      .filter(([, ways]) => ways.length >= manyNarrowBases)
      .map(([attribute, ways]) => ({ of: attribute, ways })),
  ].map(({ of, ways }) => ({ of, questions: questionsOf(ways) }));
}

function isSplitUp(ways: readonly Way[]): boolean {
  const sets = new Map(ways.map(dimensionsOf).map((dimensions) => [dimensions.join(), dimensions]));
  const small = [...sets.values()].filter((dimensions) => dimensions.length <= 2);
  const most = new Set(small.flat().filter(isPersonal)).size >= fewestPersonal ? manyPersonalWays : manyWays;
  return small.length >= most || holdsCube(sets);
}

const questionsOf = (ways: readonly Way[]) => new Set(ways.flatMap(({ pieces }) => pieces.map(nameOf)));

/** A question under conditions A and B, spread by C, is one piece of splitting A by B, A by B and C, and so on. */
function noteWays(question: LoggedQuestion, bases: Map<string, Base>): void {
  const { where, by } = question;
  for (const conditions of subsets(Object.keys(where).sort())) {
    const left = without(where, conditions);
    const text = spelled(left);
    const { ways } = bases.get(text) ?? { ways: new Map<string, Way>() };
    bases.set(text, { text, size: Object.keys(left).length, ways });
    for (const spread of subsets(by.toSorted())) {
      const name = `${conditions} / ${spread}`;
      const way = ways.get(name) ?? { conditions, spread, pieces: [] };
      way.pieces.push(question);
      ways.set(name, way);
    }
  }
}

const without = (where: LoggedQuestion['where'], dimensions: readonly string[]) =>
  Object.fromEntries(Object.entries(where).filter(([dimension]) => !dimensions.includes(dimension)));

const dimensionsOf = ({ conditions, spread }: Way) => [...new Set([...conditions, ...spread])].sort();

/** Whether the conditions took enough codes each, and more combinations than two codes of each would make. */
function isComplete(way: Way): boolean {
  const { conditions, spread, pieces } = way;
  if (conditions.length + spread.length === 0) return false;
  const codesOf = (names: readonly string[]) =>
    new Set(pieces.map(({ where }) => names.map((name) => where[name]).join())).size;
  return (
    conditions.every((name) => codesOf([name]) >= fewestCodes) &&
    (conditions.length === 0 || codesOf(conditions) > 2 ** conditions.length)
  );
}

/** Whether a dimension is one that few employers look through. */
export const isPersonal = (dimension: string): boolean => personal.includes(dimension);

/** How many of these dimensions are attributes of persons. */
export const attributesIn = (dimensions: readonly string[]): number =>
  new Set(dimensions.filter((name) => !searched.includes(name))).size;

/**
 * Whether some three attributes of persons were combined in all seven ways, or, where two of them are what few employers look
 * through, in the six ways by one and two: all three at once is refused where few people are.
 */
function holdsCube(sets: ReadonlyMap<string, readonly string[]>): boolean {
  // Most bases are far from it, and all are looked at with every question.
  if (sets.size < fewestOfCube) return false;
  const attributes = [...new Set([...sets.values()].flat())]
    .filter((name) => !searched.includes(name))
    .sort();
  return subsets(attributes).some(
    (three) =>
      three.length === attributesOfCube &&
      subsets(three).every(
        (some) =>
          some.length === 0 ||
          sets.has(some.join()) ||
          (some.length === attributesOfCube && three.filter(isPersonal).length >= fewestPersonal),
      ),
  );
}
