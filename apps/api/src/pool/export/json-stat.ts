import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import type { Line, Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/** Stands for everybody together, as in SDMX. */
const total = '_T';

/**
 * The table as JSON-stat 2.0 (https://json-stat.org/full/): dense, the last dimension fastest. Margins are the category
 * "_T" of a dimension. A number that is not published is null, and its status says how it reads.
 */
export function toJsonStat(sheet: Sheet, words: Words): string {
  const dimensions = sheet.dimensions.map((name, at) => dimensionOf(name, at, sheet, words));
  const { epoch, publishedAt } = sheet.epoch;
  const fixed = [
    {
      id: 'epoch',
      label: words.words.epoch,
      codes: [String(epoch)],
      labels: { [epoch]: publishedAt.slice(0, 10) },
    },
    { id: 'metric', label: words.words.people, codes: ['people'], labels: { people: words.words.people } },
  ];
  const all = [...dimensions, ...fixed];
  const places = new Map(sheet.lines.map((line) => [keyOf(line), line]));
  const lines = combinations(dimensions.map(({ codes }) => codes)).map((codes) =>
    places.get(codes.join(' ')),
  );
  return JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: sheet.question,
    source: 'Kannwas',
    updated: publishedAt,
    note: sheet.notes,
    id: all.map(({ id }) => id),
    size: all.map(({ codes }) => codes.length),
    role: {
      time: ['epoch'],
      metric: ['metric'],
      ...(dimensions.some(({ id }) => id === 'place') && { geo: ['place'] }),
    },
    dimension: Object.fromEntries(
      all.map(({ id, label, codes, labels }) => [id, { label, category: { index: codes, label: labels } }]),
    ),
    value: lines.map((line) => (typeof line?.shown === 'number' ? line.shown : null)),
    status: Object.fromEntries(
      lines.flatMap((line, at) => (typeof line?.shown === 'number' ? [] : [[at, line?.shown ?? '.']])),
    ),
  });
}

function dimensionOf(id: PoolDimension, at: number, { lines }: Sheet, { words, labelOf }: Words) {
  const codes = [...new Set(lines.map((line) => line.codes[at] ?? total))];
  const labels = Object.fromEntries(
    codes.map((code) => [code, code === total ? words.total : labelOf(id, code)]),
  );
  return { id, label: words.dimensions[id], codes, labels };
}

const keyOf = ({ codes }: Line) => codes.map((code) => code ?? total).join(' ');

/** Every combination of one code of each list, the last list fastest. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (made, codes) => made.flatMap((one) => codes.map((code) => [...one, code])),
    [[]],
  );
}
