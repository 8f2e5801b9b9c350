import type { SafeCount } from '@kannwas/schema/pool/table';
import { type Cell, canonical, isFact, type Ladder, type Population } from './cell.ts';
import { mixing } from './mixing.ts';
import type { PublishedCell } from './resolve.ts';
import type { Rules } from './rules.ts';

/** A table is refused when a greater share of the cells inside it is withheld. */
const mostWithheld = 0.5;
/** A table is refused when the cells inside it hold fewer people on average, as published. */
const leastMean = 5;
/** A line of which anything is shown shows at least so many categories. */
const leastShown = 2;

/** What one category holds looks so much less where facts are mixed: about every other time for a different one. */
const evened = mixing.share / mixing.of / 2;

/** A cell of a table with its published answer. */
type Answered = Pick<PublishedCell, 'cell' | 'answer'>;

/** The table of one question, by published answers only. */
export type Table = {
  population: Population;
  /** Everybody who meets the conditions. */
  total: Answered;
  /** The dimensions that they are spread out by, at most two. */
  by: readonly string[];
  /** All cells below the total, in any order: with two dimensions the margins of each, and the interior. */
  rows: readonly Answered[];
  ladder: Ladder;
};

/** Whether a table is shown at all, and which of its rows, by their position, are not. */
export type Shown = { refused: boolean; hidden: ReadonlySet<number> };

/**
 * Decides what of a table is shown. Depends on nothing but the published answers and the key that outlives epochs, so a
 * refusal or a hidden row tells no more than the numbers would have.
 *
 * A line is a total and all its categories along one dimension: a table by one dimension, each of the two margins, each
 * row, each column. Of a line only the total stays if one category holds nearly all of it (a fact about each person in
 * it), if a single category would be shown, or if its total is hidden itself. What hides one line may leave a line across
 * with a single category; so this is repeated until every line shows none or at least two.
 * Source of the idea: group disclosure in frequency tables, Hundepool et al. (2012), Statistical Disclosure Control.
 */
export function tableRules(table: Table, rules: Rules): Shown {
  if (!rules.layers.tableRules) return { refused: false, hidden: new Set() };
  const lines = linesOf(table);
  const hidden = new Set<number>();
  const hide = ({ categories }: Line) => {
    for (const { row } of categories) hidden.add(row);
  };
  const isLeftAlone = ({ total, categories }: Line) => {
    const shown = categories.filter(({ row, count }) => count !== null && !hidden.has(row));
    return (
      (total.row !== undefined && hidden.has(total.row)) || (shown.length > 0 && shown.length < leastShown)
    );
  };
  lines.filter((line) => isDominated(line, table.ladder, rules)).forEach(hide);
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const line of lines) if (isLeftAlone(line)) hide(line);
  }
  return { refused: isSparse(table, lines), hidden };
}

/**
 * Tells whether one category holds more of a group than may be shown: then no number of the group says how many are in any
 * category, in a table or alone. @param table the group as its total, spread by one dimension
 */
export function isTooAlike(table: Table, rules: Rules): boolean {
  return rules.layers.tableRules && linesOf(table).some((line) => isDominated(line, table.ladder, rules));
}

type Line = {
  /** The canonical text of the total, and the dimension: the same line in every table that shows it. */
  name: string;
  dimension: string;
  total: Total;
  categories: { row: number; code: string; count: SafeCount | null }[];
};
/** `row` is absent where it is the total of the whole table. */
type Total = { row?: number; count: SafeCount | null };

function linesOf({ population, total, by, rows }: Table): Line[] {
  const totals = new Map<string, Total>([[canonical(population, total.cell), { count: total.answer.count }]]);
  for (const [row, { cell, answer }] of rows.entries()) {
    totals.set(canonical(population, cell), { row, count: answer.count });
  }
  const lines = new Map<string, Line>();
  for (const [row, { cell, answer }] of rows.entries()) {
    for (const dimension of by.filter((name) => cell[name] !== total.cell[name])) {
      const above = canonical(population, broadened(cell, dimension, total.cell));
      const name = `${above} by ${dimension}`;
      const line = lines.get(name) ?? {
        name,
        dimension,
        total: totals.get(above) ?? { count: null },
        categories: [],
      };
      line.categories.push({ row, code: cell[dimension] ?? '', count: answer.count });
      lines.set(name, line);
    }
  }
  return [...lines.values()];
}

/** A cell with one of its dimensions as wide as in the total. */
function broadened(cell: Cell, dimension: string, total: Cell): Cell {
  const { [dimension]: _, ...others } = cell;
  const code = total[dimension];
  return code === undefined ? others : { ...others, [dimension]: code };
}

/**
 * Tells whether one category holds more of a line than may be shown. A withheld category counts as empty, and so does a
 * withheld total, under which nothing is shown.
 *
 * Where a person may be in several categories (occupation, availability, licence), the share is that of the largest
 * category among everybody in the total: the shares then add up to more than one. Where categories contain one another
 * (German at least A1, A2, …), the largest says little, so the share is that of the largest step: those who reach one
 * level and not the next, or none at all.
 */
function isDominated(line: Line, ladder: Ladder, rules: Rules): boolean {
  const total = line.total.count ?? 0;
  const held = isNested(line, ladder)
    ? stepsOf(line, ladder)
    : line.categories.map(({ count }) => count ?? 0);
  const evenedOut = isFact(line.dimension) ? evened : 0;
  return Math.max(...held) > (rules.dominance(line.name) - evenedOut) * total;
}

function isNested({ dimension, categories }: Line, ladder: Ladder): boolean {
  const codes = new Set(categories.map(({ code }) => code));
  return categories.some(({ code }) => ladder(dimension, code).some((broader) => codes.has(broader)));
}

function stepsOf({ dimension, total, categories }: Line, ladder: Ladder): number[] {
  const fromBroadest = categories.toSorted(
    (a, b) => ladder(dimension, a.code).length - ladder(dimension, b.code).length,
  );
  const reached = [total, ...fromBroadest].map(({ count }) => count ?? 0);
  return reached.map((people, level) => people - (reached[level + 1] ?? 0));
}

/**
 * Tells whether a table by two dimensions is mostly empty: then its margins bound many small cells at once.
 *
 * Two bounds: in rows of which anything is published, more than half of the cells are withheld; or all cells together hold
 * fewer than five people on average. A withheld cell counts as 0, the least that it stands for, so that a doubtful table
 * is refused. A table by one dimension has no interior: each of its cells is a margin of a larger table.
 */
function isSparse({ by }: Table, lines: readonly Line[]): boolean {
  const [, second] = by;
  const rows = lines.filter((line) => line.dimension === second && line.total.row !== undefined);
  const cells = rows.flatMap(({ categories }) => categories);
  if (cells.length === 0) return false;
  const inNonEmptyRows = rows
    .filter((row) => [row.total, ...row.categories].some(({ count }) => count !== null))
    .flatMap(({ categories }) => categories);
  const withheld = inNonEmptyRows.filter(({ count }) => count === null);
  const people = cells.reduce((sum, { count }) => sum + (count ?? 0), 0);
  return withheld.length > mostWithheld * inNonEmptyRows.length || people < leastMean * cells.length;
}
