import { readFileSync } from 'node:fs';
import { issuePassport } from '@kannwas/api/survey/passports/store';
import { mineEndpoints } from '@kannwas/schema/survey/mine';
import { passportsEndpoints } from '@kannwas/schema/survey/passports';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { bodyOf, CaseWorker, hire, problemOf, signIn } from '../support/people.ts';
import { tablesWith } from '../support/rows.ts';
import { bricklayer, handIn, no, publish, townLimits, yes } from '../support/town.ts';

const spoken = new Uint8Array(readFileSync(new URL('../fixtures/sound/live.webm', import.meta.url)));

let running: Running;
let url: string;
let carla: CaseWorker;
let ines: Record<string, string>;

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  url = running.url;
  await hire(running, 'carla', 'ines');
  carla = new CaseWorker(url, await signIn(url, 'carla'));
  ines = await signIn(url, 'ines');
});
afterAll(() => running.close());

const { looks, copy, erase } = mineEndpoints;
const looksOf = async (person: Newcomer) =>
  bodyOf(looks, await request(url, looks, { params: person.params }, person.authorization)).looks;
const copyOf = (person: Newcomer) => request(url, copy, { params: person.params }, person.authorization);
const erases = (person: Newcomer) =>
  request(url, erase, { params: person.params, body: { everything: true } }, person.authorization);

const stateOf = async ({ token }: { token: string }) => {
  const { check } = passportsEndpoints;
  return bodyOf(check, await request(url, check, { params: { token } })).state;
};

/** Amal, who has said a few things and let Carla read them. */
async function amal(name = 'Amal A.'): Promise<Newcomer> {
  const person = new Newcomer(url);
  await person.seeksAdvice();
  await person.says('callName', name);
  await person.says('strengthExample', 'Das Dach der Schule von Rastan');
  const recordingId = v7();
  const sent = { params: { ...person.params, recordingId }, body: spoken };
  await request(url, recordingsEndpoints.keep, sent, person.authorization);
  await person.says('strengthVoice', { recording: recordingId, seconds: 2 });
  return person;
}

test('Amal sees when somebody of the advice team looked at her answers, and not who it was', async () => {
  const person = await amal();
  expect(await looksOf(person)).toEqual([]);
  await carla.read(person);
  await carla.close(person, true);
  await carla.close(person, false);
  const seen = await looksOf(person);
  expect(seen.map(({ action, role }) => `${action} ${role}`)).toEqual([
    'reopen case-worker',
    'close case-worker',
    'read case-worker',
  ]);
  expect(Math.abs(Date.parse(seen[0]?.at ?? '') - Date.now())).toBeLessThan(600_000);
  expect(JSON.stringify(seen)).not.toMatch(/carla/i);
});

test('Amal takes along everything that is kept about her: every answer, earlier ones, sound, and who looked', async () => {
  const person = await amal();
  await person.says('callName', 'Amal');
  await carla.answer(person, { ...person.event('germanCertificate', 'B1'), manner: 'document-seen' });
  await carla.read(person);
  const reply = await copyOf(person);
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"');
  const mine = bodyOf(copy, reply);
  expect(mine.answers).toMatchObject({ callName: 'Amal', germanCertificate: 'B1' });
  const named = mine.response.events.filter(({ question }) => question === 'callName');
  expect(named.map(({ value }) => value)).toEqual(['Amal A.', 'Amal']);
  expect(mine.response.events.map(({ manner }) => manner)).toContain('document-seen');
  expect(mine.recordings.map(({ base64 }) => base64)).toEqual([Buffer.from(spoken).toString('base64')]);
  expect(mine.looks).toHaveLength(1);
  expect(mine.statements).toContainEqual(
    expect.objectContaining({ question: 'germanCertificate', text: 'B1', level: 'seen' }),
  );
});

test('Amal erases everything at once, and keeps a receipt that leads back to nothing', async () => {
  await running.db.deleteFrom('response').execute();
  const person = await amal('Amal Unverwechselbar');
  await carla.read(person);
  expect(await tablesWith(running.db, 'Unverwechselbar')).toEqual(['answer_event', 'response']);
  expect(
    problemOf(await request(url, erase, { params: person.params, body: {} as never }, person.authorization)),
  ).toBe('422 invalid');

  const paper = await issuePassport(running.db, person.params, 'short');
  const receipt = bodyOf(erase, await erases(person));
  expect(await stateOf(paper)).toBe('withdrawn');
  expect(receipt.number).toMatch(/^\d{12}$/);
  for (const gone of ['Unverwechselbar', 'Rastan', Buffer.from(spoken).toString('hex').slice(0, 200)]) {
    expect(await tablesWith(running.db, gone), gone).toEqual([]);
  }
  // That a case worker once read something stays written down; of whom, nobody can say any more.
  expect(await tablesWith(running.db, person.responseId)).toEqual(['audit_event']);
  expect(await tablesWith(running.db, receipt.number)).toEqual(['erasure']);
  for (const reply of [await person.read(), await copyOf(person), await person.says('callName', 'Amal')]) {
    expect(problemOf(reply)).toBe('401 wrongCode');
  }
  expect(problemOf(await carla.read(person))).toBe('404 notFound');
});

test('whoever takes back the consent to an own result has papers that say so, and no others are touched', async () => {
  const [person, other] = [await amal(), await amal()];
  const [paper, others] = [
    await issuePassport(running.db, person.params, 'short'),
    await issuePassport(running.db, other.params, 'long'),
  ];
  await person.says('consentResult', yes);
  expect(await stateOf(paper)).toBe('genuine');
  await person.says('consentResult', no);
  expect([await stateOf(paper), await stateOf(others)]).toEqual(['withdrawn', 'genuine']);
});

/** How many of each epoch are in the pool, and how many in the statistics. */
async function epochs(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select epoch || ': ' || count(*) filter (where in_pool) || ' and ' || count(*) filter (where in_coverage) as line
    from snapshot_person group by epoch order by epoch`.execute(running.db);
  return rows.map(({ line }) => line);
}

test('whoever takes back one purpose leaves just that at the next epoch; whoever erases leaves all of them at once', async () => {
  const [first, second] = await handIn(url, 20, bricklayer);
  if (!first || !second) throw new Error('Nobody moved in.');
  await publish(url, ines);
  expect(await epochs()).toEqual(['1: 20 and 20']);
  await first.says('consentPool', no);
  await publish(url, ines);
  expect(await epochs()).toEqual(['1: 20 and 20', '2: 19 and 20']);
  await first.says('consentStatistics', no);
  await publish(url, ines);
  expect(await epochs()).toEqual(['1: 19 and 19', '2: 19 and 19', '3: 19 and 19']);
  await erases(second);
  expect(await epochs()).toEqual(['1: 18 and 18', '2: 18 and 18', '3: 18 and 18']);
});

test('whoever lost the answer asks again and gets the same receipt; nobody else gets any', async () => {
  const person = await amal();
  const receipt = bodyOf(erase, await erases(person));
  expect(bodyOf(erase, await erases(person))).toEqual(receipt);
  const stranger = new Newcomer(url);
  await stranger.start();
  const sent = { params: person.params, body: { everything: true as const } };
  expect(problemOf(await request(url, erase, sent, stranger.authorization))).toBe('401 wrongCode');
  expect((await stranger.read()).status).toBe(200);
});
