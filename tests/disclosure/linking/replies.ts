import { v7 } from 'uuid';
import { type Line, lines, sampleBody, sampleQuery } from '../../support/samples.ts';
import type { Account } from '../api.ts';

/** Everything that came back of one request, as text: status, headers, and body. */
export type Reply = { asked: string; status: number; text: string };

/** A request that a caller makes: of a line of the contract, or of an address that is none. */
export type Caller = { name: string; account: Account };

/** Puts in what an attacker knows or makes up for the parameters of an address. */
type Known = Readonly<Record<string, string>>;

/** Sends one line of the contract. */
export async function call({ name, account }: Caller, line: Line, known: Known): Promise<Reply> {
  const { method, url } = line.endpoint;
  const path = url.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(known[key] ?? v7()));
  const query = new URLSearchParams({ ...sampleQuery(line.name), ...placeOf(line, known) });
  const asked = `${name} ${line.name} ${query}`;
  const body = sampleBody(line.name);
  const reply =
    method === 'GET'
      ? await account.get(`${path}?${query}`)
      : await account.send(method, path, body && typeof body === 'object' ? body : undefined);
  return { asked, status: reply.status, text: await textOf(reply) };
}

const placeOf = ({ name }: Line, { place }: Known) =>
  place !== undefined && 'place' in sampleQuery(name) ? { place } : undefined;

/** Sends any address. */
export async function visit({ name, account }: Caller, path: string): Promise<Reply> {
  const reply = await account.get(path);
  return { asked: `${name} ${path}`, status: reply.status, text: await textOf(reply) };
}

async function textOf(reply: Response): Promise<string> {
  return `${JSON.stringify([...reply.headers])}\n${await reply.text()}`;
}

/** Addresses at which servers tell about themselves, and mistakes that make some of them talk. */
export const unknownAddresses: readonly string[] = [
  '/',
  '/api',
  '/api/openapi.json',
  '/api/docs/json',
  '/healthz',
  '/readyz',
  '/metrics',
  '/status',
  '/debug',
  '/.env',
  '/server-status',
  '/api/people',
  '/api/persons',
  '/api/newcomers',
  '/api/staff',
  '/api/contact',
  '/api/contacts',
  '/api/messages',
  '/api/mail',
  '/api/audit',
  '/api/graphql',
  '/api/sites/town',
  '/api/sites/town/people',
  '/api/sites/town/contact-requests',
  '/api/sites/town/responses',
  '/api/sites/town/snapshots/1',
  '/api/sites/town/snapshots/1/people',
  '/api/sites/town/pool/people',
  '/api/sites/town/pool/cells',
  '/api/sites/town/pool/log',
  '/api/sites/town/pool?by=person',
  '/api/sites/town/pool?limit=1&offset=0',
  '/api/sites/town/pool?occupation=%00',
  '/api/sites/town/pool?occupation=%27',
  '/api/sites/town/pool?occupation=%E0%A4%A',
  '/api/sites/town/pool/export?format=pdf',
  '/api/sites/town/pool/export?format=csv&fields=all',
  '/api/sites/town/pool/history?person=1',
];

export { lines };
