import { saveSite } from '@kannwas/api/sites/store';
import { endRetention } from '@kannwas/api/survey/retention/keep';
import { contactEndpoints } from '@kannwas/schema/survey/contact';
import { mineEndpoints } from '@kannwas/schema/survey/mine';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hettstedt, type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { bodyOf, CaseWorker, hire, problemOf, signIn } from '../support/people.ts';
import { wav } from '../support/sound.ts';
import { bricklayer, handIn, no, publish, townLimits, yes } from '../support/town.ts';

let running: Running;
let url: string;
let carla: CaseWorker;
let ines: Record<string, string>;
let now = new Date();

/** So many months from today. */
function monthsLater(months: number): void {
  now = new Date();
  now.setUTCMonth(now.getUTCMonth() + months, 15);
}
const ends = () => endRetention({ opened: running.opened, secrets: running.secrets, now: () => now });

beforeAll(async () => {
  running = await startApp({ limits: townLimits, now: () => now });
  url = running.url;
  await hire(running, 'carla', 'ines');
  carla = new CaseWorker(url, await signIn(url, 'carla'));
  ines = await signIn(url, 'ines');
  await saveSite(running.db, { ...hettstedt, confirmAfterMonths: 6 });
});
afterAll(() => running.close());
beforeEach(async () => {
  now = new Date();
  await running.db.deleteFrom('response').execute();
});

/** Amal, handed in: she may be reached, has said something in her own words, and allows statistics or not. */
async function amal(statistics: typeof yes): Promise<Newcomer> {
  const [person] = await handIn(url, 1, { ...bricklayer, consentStatistics: statistics, callName: 'Amal' });
  if (!person) throw new Error('Nobody moved in.');
  await person.says('consentCounselling', yes);
  await person.says('consentContact', yes);
  await person.says('strengthExample', 'Das Dach der Schule von Rastan');
  const body = { name: 'Amal Haddad', phone: null, email: null };
  await request(url, contactEndpoints.keep, { params: person.params, body }, person.authorization);
  const recording = { params: { ...person.params, recordingId: v7() }, body: wav(1) };
  await request(url, recordingsEndpoints.keep, recording, person.authorization);
  return person;
}

const asked = async (person: Newcomer) => {
  const reply = await request(url, mineEndpoints.still, { params: person.params }, person.authorization);
  return bodyOf(mineEndpoints.still, reply).asked;
};
const flagged = async () => (await carla.cases()).map(({ askAgain }) => askAgain);
async function lastEpoch(): Promise<{ pool: number; coverage: number }> {
  const { rows } = await sql<{ pool: number; coverage: number }>`
    select count(*) filter (where in_pool)::int as pool, count(*) filter (where in_coverage)::int as coverage
    from snapshot_person where epoch = (select max(epoch) from snapshot)`.execute(running.db);
  return rows[0] ?? { pool: 0, coverage: 0 };
}
async function rowsOf(person: Newcomer): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from response where response_id = ${person.responseId}) as response,
      (select count(*)::int from answer_event where response_id = ${person.responseId}) as answers,
      (select count(*)::int from contact where response_id = ${person.responseId}) as contact,
      (select count(*)::int from recording where response_id = ${person.responseId}) as recordings,
      (select count(*)::int from person_key where response_id = ${person.responseId}) as keys`.execute(
    running.db,
  );
  return rows[0] ?? {};
}

test('after the months of the site Amal is asked whether it is still true, and Carla sees it; a yes lasts as long again', async () => {
  const person = await amal(yes);
  monthsLater(5);
  expect([await asked(person), await flagged()]).toEqual([false, [false]]);
  monthsLater(7);
  expect([await asked(person), await flagged()]).toEqual([true, [true]]);
  const reply = await request(url, mineEndpoints.confirm, { params: person.params }, person.authorization);
  expect(reply.body).toEqual({ asked: false });
  expect([await asked(person), await flagged()]).toEqual([false, [false]]);
  monthsLater(14);
  expect([await asked(person), await flagged()]).toEqual([true, [true]]);
  expect(await ends()).toEqual({ erased: 0, deidentified: 0 });
});

test('what nobody confirms leaves the pool with the next epoch, then what identifies the person goes, and statistics stay', async () => {
  const person = await amal(yes);
  await publish(url, ines);
  expect(await lastEpoch()).toEqual({ pool: 1, coverage: 1 });
  monthsLater(10);
  expect(await ends()).toEqual({ erased: 0, deidentified: 0 });
  await publish(url, ines);
  expect(await lastEpoch()).toEqual({ pool: 0, coverage: 1 });
  expect((await person.read()).status).toBe(200);

  monthsLater(13);
  expect(await ends()).toEqual({ erased: 0, deidentified: 1 });
  expect(await ends()).toEqual({ erased: 0, deidentified: 0 });
  expect(problemOf(await person.read())).toBe('401 wrongCode');
  expect(await carla.cases()).toEqual([]);
  expect(await rowsOf(person)).toMatchObject({ response: 1, contact: 0, recordings: 0, keys: 0 });
  for (const table of ['response', 'answer_event']) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} t where t::text like '%Amal%' or t::text like '%Rastan%'`.execute(
      running.db,
    );
    expect(rows, table).toEqual([]);
  }
  await publish(url, ines);
  expect(await lastEpoch()).toEqual({ pool: 0, coverage: 1 });
});

test('without the consent to statistics nothing stays at all, nor of what was never handed in', async () => {
  const person = await amal(no);
  const undecided = new Newcomer(url);
  await undecided.seeksAdvice();
  await publish(url, ines);
  monthsLater(7);
  expect(await ends()).toEqual({ erased: 1, deidentified: 0 });
  expect(await rowsOf(undecided)).toMatchObject({ response: 0, answers: 0 });
  monthsLater(13);
  expect(await ends()).toEqual({ erased: 1, deidentified: 0 });
  expect(await rowsOf(person)).toEqual({ response: 0, answers: 0, contact: 0, recordings: 0, keys: 0 });
  expect(await lastEpoch()).toEqual({ pool: 0, coverage: 0 });
});

test('two processes do it once, a hundred people are no problem, and one that was cut off goes on', async () => {
  await handIn(url, 120, bricklayer);
  monthsLater(13);
  // The second fifty are refused by the database, as if the power had gone.
  await sql`create function cut() returns trigger language plpgsql as
    'begin if (select count(*) from response where deidentified_at is not null) >= 60 then raise exception ''cut''; end if; return new; end'`.execute(
    running.db,
  );
  await sql`create trigger cut before update on response for each row execute function cut()`.execute(
    running.db,
  );
  await expect(ends()).rejects.toThrow();
  await sql`drop trigger cut on response`.execute(running.db);
  const left = sql<{ left: number }>`
    select count(*)::int as left from response where deidentified_at is null`.execute(running.db);
  expect((await left).rows).toEqual([{ left: 70 }]);
  const both = await Promise.all([ends(), ends()]);
  expect(both.map(({ deidentified }) => deidentified).toSorted((one, other) => one - other)).toEqual([0, 70]);
});
