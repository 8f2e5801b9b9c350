import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Db } from '@kannwas/api/db/database';
import { listEvents } from '@kannwas/api/survey/events';
import { Received, surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import type { NewEvent } from '@kannwas/schema/survey/events';
import { fold } from '@kannwas/schema/survey/fold';
import { Newcomer, type Reply, request } from '../support/newcomers.ts';

/** How one fault went. `tried`: events sent; `lost`, `doubled`: events (see `Ledger.compare`). */
export type Outcome = {
  name: string;
  tried: number;
  lost: number;
  doubled: number;
  pass: boolean;
  note: string;
};

let people = 0;

/** A newcomer with an address of their own, who remembers what the server said it has. */
export class Witness extends Newcomer {
  readonly #address = `10.0.${(++people >> 8) & 255}.${people & 255}`;
  readonly sent = new Map<string, NewEvent>();
  readonly acknowledged = new Set<string>();

  override get authorization() {
    return { ...super.authorization, 'x-forwarded-for': this.#address };
  }

  override start() {
    const body = { id: this.responseId, code: this.code, language: this.language };
    const params = { siteId: this.siteId };
    return request(this.url, surveyEndpoints.start, { params, body }, { 'x-forwarded-for': this.#address });
  }

  override async send(...events: NewEvent[]): Promise<Reply> {
    for (const event of events) this.sent.set(event.id, event);
    const reply = await super.send(...events);
    if (reply.status === 200) for (const id of Received.parse(reply.body).received) this.acknowledged.add(id);
    return reply;
  }

  /** Sends what was never acknowledged again, as a phone does when the network is back. */
  async sendAgain(): Promise<void> {
    const open = [...this.sent.values()].filter(({ id }) => !this.acknowledged.has(id));
    if (open.length === 0) return;
    const { status } = await this.send(...open);
    if (status !== 200) throw new Error(`Sending again was answered by ${status}`);
  }
}

/** Starts so many responses. */
export async function gather(url: string, number: number): Promise<Witness[]> {
  const witnesses = Array.from({ length: number }, () => new Witness(url));
  for (const { status } of await Promise.all(witnesses.map((witness) => witness.start())))
    if (status !== 200) throw new Error(`A response could not be started: ${status}`);
  return witnesses;
}

const speaking = ['none', 'a-little', 'everyday', 'well', 'very-well'] as const;

/**
 * Goes on answering until told to stop: single answers, and every fifth time a small queue from offline. Ends, too, when a
 * request fails; then its events stay unacknowledged. At most 2,000 turns.
 */
export async function keepAnswering(witness: Witness, stop: AbortSignal): Promise<Reply | undefined> {
  for (let turn = 0; turn < 2_000 && !stop.aborted; turn++) {
    const level = speaking[turn % speaking.length] ?? 'none';
    const events = [witness.event(turn % 2 === 0 ? 'germanSpeaking' : 'englishSpeaking', level)];
    if (turn % 5 === 4) {
      events.push(witness.event('callName', `أمل ${turn}`), witness.event('hours', 'unsure'));
      events.push(witness.event('germanSpeaking', 'well'), witness.event('mobility', ['bike']));
    }
    const reply = await witness.send(...events).catch(() => undefined);
    if (reply?.status !== 200) return reply;
  }
  return undefined;
}

/** Waits until somebody was acknowledged, then a random while: the blow falls in the middle of writes. */
export async function inTheMiddle(witnesses: readonly Witness[], atMost = 400): Promise<void> {
  const before = total(witnesses);
  for (let i = 0; i < 1_000 && total(witnesses) === before; i++) await sleep(2);
  await sleep(Math.random() * atMost);
}

const total = (witnesses: readonly Witness[]) =>
  witnesses.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);

/**
 * What the database holds against what was said. Lost: acknowledged and not there, or not in the folded document.
 * Doubled: there twice, or there and never sent.
 */
export async function compare(db: Db, witnesses: readonly Witness[]) {
  const found = { lost: 0, doubled: 0 };
  for (const { siteId, responseId, acknowledged, sent } of witnesses) {
    const kept = await listEvents(db, siteId, responseId);
    const ids = new Set(kept.map(({ id }) => id));
    found.lost += [...acknowledged].filter((id) => !ids.has(id)).length;
    found.doubled += kept.length - [...ids].filter((id) => sent.has(id)).length;
    const { answers, heads, conflicts } = await db
      .selectFrom('response')
      .select(['answers', 'heads', 'conflicts'])
      .where('site_id', '=', siteId)
      .where('response_id', '=', responseId)
      .executeTakeFirstOrThrow();
    if (!isDeepStrictEqual({ answers, heads, conflicts }, fold(kept))) found.lost += 1;
  }
  return found;
}
