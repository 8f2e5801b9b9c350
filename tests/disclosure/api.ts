import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '@kannwas/disclosure/cell';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { PoolDimension } from '@kannwas/schema/pool/grammar';

/** A question as an attacker puts it: conditions joined by AND, spread by up to two dimensions. */
export type Question = { where: Cell; by?: readonly PoolDimension[] };

/** A published answer: `null` reads "<10". Undefined where it is refused or not shown. */
export type Published = number | null | undefined;

/** What came back, by the canonical text of the cell. */
export type Table = { total: Published; cells: ReadonlyMap<string, Published> };

/** Whatever answers questions: the real API, or a simpler mechanism in its place. */
export type Pool = { ask: (question: Question) => Promise<Table> };

/** Asks each question once, and remembers what came back. */
export function remembering(pool: Pool): Pool {
  const known = new Map<string, Promise<Table>>();
  return {
    ask: (question) => {
      const text = `${textOf(question.where)} by ${question.by?.toSorted().join()}`;
      const answer = known.get(text) ?? pool.ask(question);
      known.set(text, answer);
      return answer;
    },
  };
}

/** A cell as text, the same for the same conditions. */
export const textOf = (cell: Cell): string =>
  Object.keys(cell)
    .sort()
    .map((dimension) => `${dimension}=${cell[dimension]}`)
    .join('&');

/** An account of an employer, asking over HTTP with what its browser would send. It remembers nothing. */
export class Account {
  readonly #url: () => string;
  readonly #headers: Record<string, string>;
  /** How many questions were put. */
  asked = 0;

  constructor(url: () => string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
  }

  /**
   * Sends any address, as it stands. Attackers think in the same process as the server answers: where it found itself too
   * busy meanwhile, or closed an idle connection, they ask again.
   */
  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    this.asked += 1;
    for (let tries = 1; ; tries++) {
      try {
        const reply = await fetch(`${this.#url()}${path}`, { headers: { ...this.#headers, ...headers } });
        if (reply.status !== 503 || tries === 50) return reply;
      } catch (error) {
        if (tries === 50) throw error;
      }
      await sleep(100);
    }
  }

  /** Sends anything else, as a page of this address would. */
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Response> {
    this.asked += 1;
    const url = this.#url();
    const json = body && { 'content-type': 'application/json' };
    return fetch(`${url}${path}`, {
      method,
      headers: { ...this.#headers, origin: url, ...json },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** Whoever bears one of its tokens in its place. */
  async lend(siteId: string): Promise<Account> {
    const body = { name: 'another system', scopes: ['pool.ask'], days: 366 };
    const reply = await this.send('POST', `/api/sites/${siteId}/tokens`, body);
    const { secret }: { secret: string } = await reply.json();
    return new Account(this.#url, { authorization: `Bearer ${secret}` });
  }

  /** The pool of one site. */
  at(siteId: string): Pool {
    const path = poolEndpoints.ask.url.replace(':siteId', siteId);
    return {
      ask: async ({ where, by = [] }) => {
        const conditions = [...Object.entries(where), ...(by.length > 0 ? [['by', by.join(',')]] : [])];
        const reply = await this.get(`${path}?${new URLSearchParams(conditions)}`);
        const body = await reply.text();
        if (reply.status !== 200)
          throw new Error(`${JSON.stringify(where)} by ${by}: ${reply.status} ${body}`);
        return readTable(where, JSON.parse(body));
      },
    };
  }
}

type Row = { count: number | null; hidden?: true | undefined } & Record<string, unknown>;
type Body = { total: number | null; refused: string | null; rows: readonly Row[] };

/** Reads the body of an answer. */
export function readTable(where: Cell, { total, refused, rows }: Body): Table {
  const cells = rows.map(({ count, hidden, ...codes }): [string, Published] => [
    textOf({ ...where, ...(codes as Cell) }),
    hidden ? undefined : count,
  ]);
  return { total: refused ? undefined : total, cells: new Map(cells) };
}
