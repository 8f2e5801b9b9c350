import { finestPlaces } from '@kannwas/api/pool/engine/shape';
import { civilianGroups } from '@kannwas/catalogue/occupations';
import { type Published, type Table, textOf } from './api.ts';
import { mean } from './statistics.ts';
import type { Attacked } from './world.ts';

/** How useful the numbers are: section 9 of disclosure.md. `target` bounds `value` from above. */
export type Utility = { name: string; value: number; target: number; pass: boolean; note: string };

type Cell = { truth: number; shown: Published };

/** Asks as an employer would: the town by place and by occupation, and each place by occupation. */
export async function measureUtility(towns: readonly Attacked[]): Promise<Utility[]> {
  const cells: Cell[] = [];
  const margins: Record<'place' | 'occupation', Cell[]> = { place: [], occupation: [] };
  for (const { pool, truth } of towns) {
    const places = finestPlaces(truth.places);
    const regions = truth.places.map(({ code }) => code).filter((code) => !places.includes(code));
    const cellOf = (cell: Record<string, string>, { cells: shown }: Table): Cell => ({
      truth: truth.count(cell),
      shown: shown.get(textOf(cell)),
    });
    for (const region of [undefined, ...regions]) {
      const table = await pool.ask({ where: region ? { place: region } : {}, by: ['place'] });
      const inside = places.filter((place) => table.cells.has(textOf({ place })));
      margins.place.push(...inside.map((place) => cellOf({ place }, table)));
    }
    const everywhere = await pool.ask({ where: {}, by: ['occupation'] });
    margins.occupation.push(...civilianGroups.map((occupation) => cellOf({ occupation }, everywhere)));
    for (const place of places) {
      const table = await pool.ask({ where: { place }, by: ['occupation'] });
      cells.push(...civilianGroups.map((occupation) => cellOf({ occupation, place }, table)));
    }
  }
  return figures(cells, margins);
}

function figures(cells: readonly Cell[], margins: Record<'place' | 'occupation', Cell[]>): Utility[] {
  const published = errorsOf(cells);
  const sizes = published.map(Math.abs).sort((a, b) => a - b);
  const places = `${published.length} of ${cells.length} cells published`;
  const raw = shareIn(cells, ({ truth }) => truth >= 10);
  const ours = shareIn(cells, ({ shown }) => typeof shown === 'number');
  const share = `${percent(ours)} of the people are in published cells, ${percent(raw)} with a plain threshold of 10`;
  return [
    bounded('mean absolute error', mean(sizes), 2.1, places),
    bounded('95th percentile', sizes[Math.floor(sizes.length * 0.95)] ?? Number.NaN, 5, places),
    bounded('bias', Math.abs(mean(published)), 0.2, 'of published cells, without sign'),
    bounded('places, relative error', relative(margins.place), 0.02, 'all errors ÷ all people'),
    bounded('occupations, relative error', relative(margins.occupation), 0.05, 'all errors ÷ all people'),
    bounded('people lost', raw - ours, 0.03, share),
  ];
}

const bounded = (name: string, value: number, target: number, note: string): Utility => ({
  name,
  value,
  target,
  pass: value <= target,
  note,
});

const errorsOf = (cells: readonly Cell[]) =>
  cells.flatMap(({ truth, shown }) => (typeof shown === 'number' ? [shown - truth] : []));

function relative(cells: readonly Cell[]): number {
  const shown = cells.filter((cell) => typeof cell.shown === 'number');
  const errors = errorsOf(shown).map(Math.abs);
  return errors.reduce(sum, 0) / shown.map(({ truth }) => truth).reduce(sum, 0);
}

/** The share of all people who are in cells of this kind. */
function shareIn(cells: readonly Cell[], isIn: (cell: Cell) => boolean): number {
  const peopleIn = (some: readonly Cell[]) => some.map(({ truth }) => truth).reduce(sum, 0);
  return peopleIn(cells.filter(isIn)) / peopleIn(cells);
}

const sum = (a: number, b: number) => a + b;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
