import type { Cell } from '@kannwas/disclosure/cell';
import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import { type Account, readTable, type Table, textOf } from '../api.ts';
import { type Attack, resultOf } from '../result.ts';
import type { Attacked } from '../world.ts';

/** One way to ask for a cell. Undefined where it is not shown this way. */
type Way = (cell: Cell) => Promise<number | null | undefined>;

/**
 * Asks for the same cells again and again, in every disguise: another order, account, language, or format, in parallel,
 * as a row of other tables, and after the application was started anew. Fresh noise would average away.
 * Source: Asghar and Kaafar (2020), Averaging Attacks on Bounded Noise-based Disclosure Control Algorithms, PoPETs 2020(2).
 */
export const askingAgain: Attack = {
  id: 'T01',
  run: async ({ towns, effort }) => {
    const [attacked] = await towns();
    if (!attacked) throw new RangeError('Nothing to attack.');
    const { instance, town, truth, account } = attacked;
    const accounts = [account, await instance.employ(town), await instance.employ(town)];
    const cells = wellFilled(attacked).slice(0, effort.quick ? 3 : 8);
    const answers = new Map(cells.map((cell) => [textOf(cell), new Set<number | null>()]));
    let asked = 0;
    for (const round of [0, 1]) {
      for (const cell of cells) {
        const ways = waysTo(cell, accounts, town.siteId);
        const tries = Array.from(
          { length: effort.quick ? 50 : 100 },
          (_, n) => ways[(n + round) % ways.length],
        );
        for (let first = 0; first < tries.length; first += 10) {
          const ten = await Promise.all(tries.slice(first, first + 10).map((way) => way?.(cell)));
          for (const one of ten) if (one !== undefined) answers.get(textOf(cell))?.add(one);
          asked += ten.length;
        }
      }
      if (round === 0) await instance.restart();
    }
    const most = Math.max(...[...answers.values()].map((different) => different.size));
    const smallest = Math.min(...cells.map((cell) => truth.count(cell)));
    const note = `${cells.length} cells, the smallest of ${smallest} people, each ${asked / cells.length} times`;
    return [resultOf('T01', 'distinct', { value: most, upper: most, n: asked }, 1, note)];
  },
};

/** Cells of one to four conditions that may be asked about on their own. */
function wellFilled({ truth }: Attacked): Cell[] {
  const largest = (where: Cell, dimension: PoolDimension): Cell =>
    truth
      .codes(dimension)
      .map((code) => ({ ...where, [dimension]: code }))
      .reduce((a, b) => (truth.count(b) > truth.count(a) ? b : a));
  const chains: PoolDimension[][] = [
    ['place', 'german'],
    ['occupation', 'education', 'gender', 'age'],
    ['german', 'experience', 'licence', 'place'],
    ['availability', 'age'],
  ];
  return chains.flatMap((chain) => {
    const cells: Cell[] = [];
    for (const dimension of chain) cells.push(largest(cells.at(-1) ?? {}, dimension));
    return cells;
  });
}

function waysTo(cell: Cell, accounts: readonly Account[], siteId: string): Way[] {
  const path = `/api/sites/${siteId}/pool`;
  const address = (conditions: readonly [string, string][]) =>
    new URLSearchParams(conditions.map(([a, b]) => [a, b]));
  const asIs =
    (nth: number, headers: Record<string, string>): Way =>
    async (where) => {
      const entries = Object.entries(where);
      const turned = [...entries.slice(nth % entries.length), ...entries.slice(0, nth % entries.length)];
      const account = accounts[nth % accounts.length];
      const reply = await account?.get(`${path}?${address(nth % 2 ? turned : turned.toReversed())}`, headers);
      return totalOf(where, await reply?.text());
    };
  const inTable =
    (dimension: string, other?: string): Way =>
    async (where) => {
      const { [dimension]: _, ...rest } = where;
      const by = other ? `${other},${dimension}` : dimension;
      const reply = await accounts[1]?.get(`${path}?${address([...Object.entries(rest), ['by', by]])}`);
      return read(rest, await reply?.text())?.cells.get(textOf(where));
    };
  const exported =
    (format: string, find: (text: string) => string | undefined): Way =>
    async (where) => {
      const reply = await accounts[2]?.get(
        `${path}/export?${address([...Object.entries(where), ['format', format]])}`,
      );
      const found = find((await reply?.text()) ?? '');
      return found === undefined || Number.isNaN(Number(found)) ? null : Number(found);
    };
  const dimensions = Object.keys(cell);
  const free = ['availability', 'licence', 'experience'].filter((name) => !dimensions.includes(name));
  return [
    ...['de', 'ar', 'uk;q=0.3', 'x'].flatMap((language, nth) => [
      asIs(nth, { 'accept-language': language }),
      asIs(nth + 1, { accept: 'text/csv', 'cache-control': 'no-cache', 'if-none-match': '"x"' }),
    ]),
    ...dimensions.map((dimension) => inTable(dimension)),
    ...(dimensions.length < 4 ? dimensions.map((dimension) => inTable(dimension, free[0])) : []),
    exported(
      'csv',
      (text) =>
        text
          .split('\r\n')
          .at(1)
          ?.split(',')
          .at(dimensions.length * 2) ??
        text
          .split('\n')
          .at(1)
          ?.split(',')
          .at(dimensions.length * 2),
    ),
    exported('json-stat', (text) => String(JSON.parse(text).value[0] ?? '<10')),
  ];
}

function read(where: Cell, text = '{}'): Table | undefined {
  const body = JSON.parse(text);
  return Array.isArray(body.rows) ? readTable(where, body) : undefined;
}

const totalOf = (where: Cell, text?: string) => read(where, text)?.total;
