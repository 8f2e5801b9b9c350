import { createHash } from 'node:crypto';
import { limits } from '@kannwas/api/limits';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { mayWith } from '@kannwas/schema/rights';
import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { publishTown, townOf } from '../support/epoch-town.ts';
import { type Attack, attacks, encoded, expectHonest } from '../support/hostile.ts';
import { Newcomer } from '../support/newcomers.ts';
import { hire, playedAt, type StaffName, signIn } from '../support/people.ts';
import { type Line, lines } from '../support/samples.ts';
import { wav } from '../support/sound.ts';

const names: StaffName[] = ['carla', 'ines', 'dmitri', 'clara', 'olu'];
type Caller = 'nobody' | 'amal' | StaffName;
const callers: Caller[] = ['nobody', 'amal', ...names];

let running: Running;
const known: Record<string, string[]> = {
  siteId: ['hettstedt', 'hettstedt', 'hettstedt', 'elsewhere', 'nowhere'],
  occupation: ['5120', '7212'],
  demandId: [v7()],
  offerId: [v7()],
  searchId: [v7()],
  tokenId: [v7()],
  passportId: [v7()],
  token: ['A'.repeat(22)],
  copy: ['europass', 'json-resume'],
  language: ['ar', 'ar', 'de'],
  textKey: ['survey.questions.gender.label', 'common.yes', 'survey.nothing'],
};
const sent = new Map<Caller, Record<string, string>>();

beforeAll(async () => {
  // How often one address may ask is a story of its own; the slow-down of sign-ins stays as it is.
  running = await startApp({ limits: { ...limits, requests: 1e9, starts: 1e9, codes: 1e9, allCodes: 1e9 } });
  const { url } = running;
  await hire(running, ...names, 'cem');
  const [amal, closed, other] = [
    new Newcomer(url),
    new Newcomer(url),
    new Newcomer(url, { siteId: 'elsewhere' }),
  ];
  for (const newcomer of [amal, closed, other]) await newcomer.seeksAdvice();
  await amal.says('callName', 'أمل');
  await closed.submit();
  await running.db
    .updateTable('response')
    .set({ status: 'closed' })
    .where('response_id', '=', closed.responseId)
    .execute();
  known.responseId = [amal.responseId, amal.responseId, closed.responseId, other.responseId, v7()];
  await publishTown({ opened: running.opened, rulesOf: makeRulesOf(running.secrets) }, 1, townOf(300));
  known.sha256 = ['0'.repeat(64), createHash('sha256').update(wav(0.5)).digest('hex')];
  sent.set('nobody', {});
  sent.set('amal', amal.authorization);
  for (const name of names) sent.set(name, await signIn(url, name));
});
afterAll(() => running.close());

/** The number that the next transaction that writes will get: as long as it stays, nothing has been written. */
async function nextWrite(): Promise<string> {
  const { rows } = await sql<{
    next: string;
  }>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(running.db);
  return rows[0]?.next ?? '';
}

/** Everything that is kept, in one number; sessions, sign-in attempts, and the log of questions move by themselves. */
async function kept(): Promise<string> {
  const tables = [
    'site',
    'staff',
    'staff_credential',
    'membership',
    'operator',
    'audit_event',
    'response',
    'answer_event',
    'snapshot',
    'snapshot_person',
    'published_cell',
    'organisation',
    'api_token',
    'pool_alarm',
    'saved_search',
    'denominator',
    'demand',
    'offer',
    'site_notice',
    'clip',
    'passport',
  ];
  const sums = tables.map(
    (table) =>
      sql`(select count(*) || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from ${sql.table(table)} t)`,
  );
  const { rows } = await sql<{ sum: string }>`select concat_ws(' ', ${sql.join(sums)}) as sum`.execute(
    running.db,
  );
  return rows[0]?.sum ?? '';
}

/** Anybody, but mostly somebody who gets in: a closed gate hides what lies behind. */
function callerOf({ endpoint: { may } }: Line): fc.Arbitrary<Caller> {
  const anybody = fc.constantFrom(...callers);
  if (may === 'anyone') return anybody;
  const rightful: Caller[] =
    may === 'code' ? ['amal'] : names.filter((name) => mayWith(playedAt(name, 'hettstedt'), may));
  return fc.oneof({ weight: 1, arbitrary: anybody }, { weight: 3, arbitrary: fc.constantFrom(...rightful) });
}

function attack({ endpoint }: Line, caller: Caller, { params, query, headers, payload }: Attack) {
  const path = endpoint.url.replace(/:(\w+)/g, (_, name: string) => encoded(params[name] ?? ''));
  return running.app.inject({
    method: endpoint.method,
    url: query ? `${path}?${query}` : path,
    headers: { ...sent.get(caller), host: new URL(running.url).host, ...headers },
    // Away from the address the people sign in from, which would slow down with it.
    remoteAddress: '10.9.9.9',
    ...(payload === undefined ? {} : { payload }),
  });
}

test.each(lines)(
  'nothing that is thrown at $name breaks it, tells on it, or changes anything when refused',
  async (line) => {
    let before = await kept();
    let written = await nextWrite();
    await fc.assert(
      fc.asyncProperty(callerOf(line), attacks(line, known), async (caller, thrown) => {
        const answer = await attack(line, caller, thrown);
        expectHonest(answer);
        const next = await nextWrite();
        if (next !== written) {
          const after = await kept();
          if (answer.statusCode >= 300) expect(after).toBe(before);
          before = after;
          written = next;
        }
        if (answer.statusCode < 300 && line.name.startsWith('accounts.sign')) await comeBack(caller);
      }),
      // Each sign-in of those who signed out costs a hashing.
      { numRuns: line.name === 'accounts.signOut' ? 30 : 100 },
    );
  },
);

/** Signing out worked: the next throw needs a session again. */
async function comeBack(caller: Caller): Promise<void> {
  if (caller !== 'nobody' && caller !== 'amal') sent.set(caller, await signIn(running.url, caller));
}
