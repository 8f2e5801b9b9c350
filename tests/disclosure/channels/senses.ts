import type { Cell } from '@kannwas/disclosure/cell';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { Account } from '../api.ts';

/** Everything about a reply but the published numbers, as far as it can be told apart. */
export type Sensed = { way: string; milliseconds: number; traits: Readonly<Record<string, string>> };

/** The ways to ask for a cell. A cell in the middle of a table has its siblings around it. */
export const ways = ['alone', 'as base', 'in a table', 'known', 'csv', 'json-stat', 'history'] as const;
export type Way = (typeof ways)[number];

/** Asks for a cell, and notes how the reply felt. */
export async function sense(account: Account, siteId: string, cell: Cell, way: Way): Promise<Sensed> {
  const address = addressOf(siteId, cell, way);
  const before = performance.now();
  const reply = await account.get(address, way === 'known' ? { 'if-none-match': '"nothing"' } : {});
  const body = await reply.text();
  const milliseconds = performance.now() - before;
  const { etag = '', ...headers } = Object.fromEntries(reply.headers);
  const steady = Object.entries(headers).filter(([name]) => !moving.includes(name));
  return {
    way,
    milliseconds,
    traits: {
      status: String(reply.status),
      length: String(Buffer.byteLength(body)),
      // Which fields there are, in which order, and how many digits each number has.
      form: body.replace(/\d/g, '0').replace(/0000-00-00T[\d:.]+Z/g, ''),
      headers: steady
        .map(([name, value]) => `${name}: ${value.replace(/\d+/g, (digits) => '0'.repeat(digits.length))}`)
        .join('\n'),
      etag: `${etag.length} ${etag.at(1)}`,
      'etag end': `${etag.at(-2)}`,
    },
  };
}

/** They change with every request, whoever asks for whatever. */
const moving = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

function addressOf(siteId: string, { education, ...rest }: Cell, way: Way): string {
  const path = (of: keyof typeof poolEndpoints) => poolEndpoints[of].url.replace(':siteId', siteId);
  const cell = { ...rest, ...(education && { education }) };
  const query = (conditions: Cell, by?: string) =>
    String(new URLSearchParams({ ...conditions, ...(by && { by }) }));
  if (way === 'as base') return `${path('ask')}?${query(cell, 'experience')}`;
  if (way === 'in a table') return `${path('ask')}?${query(rest, 'education')}`;
  if (way === 'csv' || way === 'json-stat') return `${path('export')}?${query(cell)}&format=${way}`;
  return `${path(way === 'history' ? 'history' : 'ask')}?${query(cell)}`;
}
