import { makeAuth } from '@kannwas/api/accounts/auth';
import { createStaff } from '@kannwas/api/accounts/store';
import { limits } from '@kannwas/api/limits';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { forgetPeople } from '@kannwas/api/snapshots/forget';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { licences } from '@kannwas/schema/snapshots';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { publishTown, townOf } from '../support/epoch-town.ts';
import type { EpochPerson } from '../support/epochs.ts';
import { type Reply, request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, signIn, staff } from '../support/people.ts';
import { ask, table, townLimits } from '../support/town.ts';

type Session = Record<string, string>;
const params = { siteId: 'hettstedt' };

let running: Running;
let url: string;
let dmitri: Session;
let ines: Session;

beforeAll(async () => {
  running = await startApp({ limits: { ...townLimits, publishing: limits.publishing } });
  url = running.url;
  await hire(running, 'dmitri', 'ines', 'olu');
  [dmitri, ines] = await Promise.all([signIn(url, 'dmitri'), signIn(url, 'ines')]);
  await publish(1, 600);
});
afterAll(() => running.close());

const publish = (epoch: number, people: number) =>
  publishTown({ opened: running.opened, rulesOf: makeRulesOf(running.secrets) }, epoch, townOf(people));
const logged = () => running.db.selectFrom('pool_question').selectAll().orderBy('id').execute();
const budgetOf = async (session: Session) =>
  bodyOf(poolEndpoints.budget, await request(url, poolEndpoints.budget, { params }, session));

test('every question is written down with what was new in it, and never with a true count', async () => {
  await table(url, dmitri, 'by=german&occupation=72');
  const [first] = await logged();
  expect(first).toMatchObject({
    question: 'by=german&occupation=72',
    epoch: 1,
    outcome: 'answered',
    repeated: false,
  });
  expect(first?.cells).toEqual([
    'pool:occupation=72',
    ...['A1', 'A2', 'B1', 'B2', 'C1'].map((level) => `pool:german=${level}&occupation=72`),
  ]);
  await table(url, dmitri, 'occupation=72&by=german');
  const [, again] = await logged();
  expect(again).toMatchObject({ question: 'by=german&occupation=72', repeated: true, cells: [] });
});

test('repeating a question is free, in whatever order it is put', async () => {
  const before = await budgetOf(dmitri);
  for (let time = 0; time < 5; time++) await table(url, dmitri, 'occupation=72&by=german');
  expect(await budgetOf(dmitri)).toEqual(before);
  await table(url, dmitri, 'german=B1&occupation=72');
  expect((await budgetOf(dmitri)).tables.used).toBe(before.tables.used + 1);
  // Its only cell was in the first table.
  expect((await budgetOf(dmitri)).cells.used).toBe(before.cells.used);
});

test('however many questions are asked at once, exactly as many are answered as the budget allows', async () => {
  const { used, most } = (await budgetOf(ines)).today;
  expect([used, most]).toEqual([0, 60]);
  const questions = ['23', '71', '72', '91'].flatMap((group) =>
    ['A1', 'A2', 'B1', 'B2', 'C1'].flatMap((german) =>
      ['', '&availability=work', '&licence=car', '&place=hettstedt', '&education=school'].map(
        (rest) => `occupation=${group}&german=${german}${rest}`,
      ),
    ),
  );
  expect(questions.length).toBeGreaterThan(most);
  const replies = await Promise.all(questions.map((question) => ask(url, ines, question)));
  const codes = replies.map(problemOf);
  expect(codes.filter((code) => code === '200 no problem')).toHaveLength(most);
  expect(codes.filter((code) => code === '429 budgetUsedUp')).toHaveLength(questions.length - most);
  const refused = replies.find(({ status }) => status === 429);
  const retryAfter = Number(refused?.headers.get('retry-after'));
  expect(retryAfter).toBeLessThanOrEqual(86_400);
  expect(refused?.body).toMatchObject({ retryAfter });
  expect((await budgetOf(ines)).today).toEqual({ used: most, most });

  // What was answered is answered again.
  const answered = questions[codes.indexOf('200 no problem')] ?? '';
  expect((await ask(url, ines, answered)).status).toBe(200);
  const outcomes = (await logged()).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'budget-used-up')).toHaveLength(questions.length - most);
});

// The embedded database has one connection: there, everybody waits for everybody.
if (process.env.ENGINE === 'postgres') {
  test('while an epoch changes, what was answered is answered, and new questions wait without holding anything up', async () => {
    await table(url, dmitri, 'by=licence');
    const waiting: Promise<Reply>[] = [];
    await running.db.transaction().execute(async (tx) => {
      await forgetPeople(tx, running.secrets, 'hettstedt', [v7()]);
      for (let question = 0; question < 15; question++) {
        waiting.push(
          ask(url, dmitri, `by=place&education=school&experience=3-10&licence=${licences[question % 4]}`),
        );
      }
      expect((await ask(url, dmitri, 'by=licence')).status).toBe(200);
    });
    const replies = await Promise.all(waiting);
    expect(replies.map(problemOf)).toEqual(replies.map(() => '200 no problem'));
  });
}

test('ten accounts of an organisation together use no more than three may, however they race', async () => {
  const auth = makeAuth(running.db, running.secrets, { PUBLIC_URL: undefined });
  const names = Array.from({ length: 10 }, (_, number) => `eve-${number}`);
  const sessions: Session[] = [];
  for (const name of names) {
    const eve = { name, email: `${name}@agency.example`, password: 'Eve has a long password' };
    const plays = [{ siteId: 'hettstedt', role: 'employer', organisation: 'Agency' } as const];
    await createStaff(running.db, auth, { ...eve, plays });
    sessions.push(await signIn(url, eve));
  }
  // What they asked on the days before, so that only the bound of the whole epoch is near.
  await sql`
    insert into pool_question (site_id, id, asked_at, organisation, staff_id, epoch, question, cells, outcome, repeated)
    select 'hettstedt', gen_random_uuid(), now() - interval '2 days', organisation_id::text, 'eve ' || number, 1,
      'question ' || number, '[]', 'answered', false
    from organisation cross join generate_series(1, 880) as number where name = 'Agency'`.execute(running.db);
  const groups = ['23', '71', '72', '91'];
  const replies = await Promise.all(
    sessions.flatMap((session) => groups.map((group) => ask(url, session, `occupation=${group}`))),
  );
  const codes = replies.map(problemOf);
  expect(codes.filter((code) => code === '200 no problem')).toHaveLength(20);
  expect(codes.filter((code) => code === '429 budgetUsedUp')).toHaveLength(20);
  // Not tomorrow, but with the next epoch.
  const waits = replies.flatMap(({ headers }) => headers.get('retry-after') ?? []).map(Number);
  expect(Math.min(...waits)).toBeGreaterThan(86_400);
});

test('a question that was answered stays answered when everything is used up', async () => {
  const used = await budgetOf(ines);
  expect(used.today.used).toBe(used.today.most);
  const [first] = await running.db
    .selectFrom('pool_question')
    .select('question')
    .where('outcome', '=', 'answered')
    .where('staff_id', 'in', (query) =>
      query.selectFrom('staff').select('id').where('email', '=', staff.ines.email),
    )
    .execute();
  expect((await ask(url, ines, first?.question)).status).toBe(200);
  expect(problemOf(await ask(url, ines, 'by=experience'))).toBe('429 budgetUsedUp');
});

test('nobody, four, and nine people look alike: in every byte of the answer, and in its headers', async () => {
  const few = [...Array(4).fill('5120'), ...Array(9).fill('6111')].map((occupation, number) => ({
    ...townOf(1)[0],
    person_key: String(-1_000_000 - number),
    record_key: String(number * 12_345_678_901),
    occupations: [occupation],
  }));
  const people = [...townOf(600), ...few] as EpochPerson[];
  await publishTown({ opened: running.opened, rulesOf: makeRulesOf(running.secrets) }, 2, people);
  for (const rest of ['', '&german=A1', '&by=education', '&by=german,licence']) {
    const replies = await Promise.all(
      ['54', '51', '61'].map((group) => ask(url, dmitri, `occupation=${group}${rest}`)),
    );
    const [empty, ...others] = replies.map(({ status, body, headers }) => {
      // The hour, and how many requests this address has left, are the same for everybody.
      const {
        date,
        etag,
        'x-ratelimit-remaining': left,
        'x-ratelimit-reset': reset,
        ...same
      } = Object.fromEntries(headers);
      return { status, body, same, etag: etag?.length };
    });
    expect(empty).toMatchObject({ status: 200, body: { total: null, refused: 'base-too-small' } });
    for (const other of others) expect(other).toEqual(empty);
  }
});
