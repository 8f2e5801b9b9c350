import { setTimeout as sleep } from 'node:timers/promises';
import { budget, organisationFactor } from '@kannwas/disclosure/budget';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { type Account, readTable } from '../api.ts';
import type { Attacked } from '../world.ts';

/** One account of a gang, with a token that asks in its name. */
export type Hand = { account: Account; token: Account };

/** Accounts of one organisation that share what they may ask. */
export async function gather({ instance, town: { siteId } }: Attacked, accounts: number): Promise<Hand[]> {
  const organisation = 'Mallory and others';
  const gang: Hand[] = [];
  for (let nth = 0; nth < accounts; nth++) {
    const account = await instance.hire({ siteId, role: 'employer', organisation });
    gang.push({ account, token: await account.lend(siteId) });
  }
  return gang;
}

/** The same people begin anew under another name, as if nobody knew them: their budget and their log are empty. */
export async function becomeAnother({ instance, town }: Attacked, name: string): Promise<void> {
  const { db } = instance.opened;
  const organisation = { site_id: town.siteId, organisation_id: crypto.randomUUID(), name };
  await db.insertInto('organisation').values(organisation).execute();
  const { organisation_id } = organisation;
  await db
    .updateTable('membership')
    .set({ organisation_id })
    .where('site_id', '=', town.siteId)
    .where('role', '=', 'employer')
    .execute();
  await db
    .updateTable('api_token')
    .set({ organisation: organisation_id })
    .where('site_id', '=', town.siteId)
    .execute();
}

/** How a gang puts a question so that it might not be counted. */
export type Disguise = (typeof disguises)[number];
const disguises = ['plain', 'turned', 'csv', 'json-stat', 'history', 'known'] as const;

/**
 * Puts a question in one of several disguises.
 * @returns the cells that were answered; undefined where the budget was used up
 */
export async function tryOut(
  who: Account,
  siteId: string,
  question: string,
  nth: number,
): Promise<readonly string[] | undefined> {
  const disguise = disguises[nth % disguises.length] ?? 'plain';
  const headers = disguise === 'known' ? { 'if-none-match': '"a guess"' } : {};
  const send = () => who.get(addressOf(siteId, question, disguise), headers);
  let reply = await send();
  // Too much to do on a weak machine: later, then.
  for (let tries = 0; reply.status === 503 && tries < 100; tries++) {
    await sleep(100);
    reply = await send();
  }
  const body = await reply.text();
  if (reply.status === 429) return undefined;
  if (![200, 304].includes(reply.status)) throw new Error(`${question}: ${reply.status} ${body}`);
  const where = Object.fromEntries([...new URLSearchParams(question)].filter(([name]) => name !== 'by'));
  const isTable = body.startsWith('{"epoch"');
  return isTable ? [...readTable(where, JSON.parse(body)).cells.keys()] : [];
}

function addressOf(siteId: string, question: string, disguise: Disguise): string {
  const path = (of: keyof typeof poolEndpoints) => poolEndpoints[of].url.replace(':siteId', siteId);
  if (disguise === 'csv' || disguise === 'json-stat')
    return `${path('export')}?${question}&format=${disguise}`;
  if (disguise === 'history' && !question.includes('by=')) return `${path('history')}?${question}`;
  const parts = question.split('&');
  return `${path('ask')}?${(disguise === 'turned' ? parts.toReversed() : parts).join('&')}`;
}

/** What a gang was answered, held against what it may ask. */
export class Score {
  readonly #answered = new Map<Hand, Map<string, number>>();
  /** Answers in all. */
  answers = 0;
  /** Questions in all. */
  asked = 0;

  /** @param day one day, or two around a midnight as `a/b` */
  note(hand: Hand, day: string, isAnswered: boolean): void {
    this.asked += 1;
    if (!isAnswered) return;
    this.answers += 1;
    const days = this.#answered.get(hand) ?? new Map<string, number>();
    days.set(day, (days.get(day) ?? 0) + 1);
    this.#answered.set(hand, days);
  }

  /** How many answers were too many. */
  get excess(): number {
    const own = [...this.#answered.values()];
    const over = (answers: number, most: number) => Math.max(0, answers - most);
    const daily = (day: string) => budget.tablesToday * day.split('/').length;
    const everyDay = new Set(own.flatMap((days) => [...days.keys()]));
    const inAll = (days: ReadonlyMap<string, number>) => [...days.values()].reduce((a, b) => a + b, 0);
    return [
      ...own.flatMap((days) => [...days].map(([day, answers]) => over(answers, daily(day)))),
      ...own.map((days) => over(inAll(days), budget.tables)),
      ...[...everyDay].map((day) =>
        over(
          own.reduce((sum, days) => sum + (days.get(day) ?? 0), 0),
          daily(day) * organisationFactor,
        ),
      ),
      over(this.answers, budget.tables * organisationFactor),
    ].reduce((a, b) => a + b, 0);
  }
}
