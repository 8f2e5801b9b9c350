import { validate } from '@jsonresume/schema';
import { withdrawPassports } from '@kannwas/api/survey/passports/store';
import { type CopyKind, copiesEndpoints } from '@kannwas/schema/survey/copies';
import { passportsEndpoints } from '@kannwas/schema/survey/passports';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { EuropassCv } from '../support/europass.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { manifold } from '../support/papers.ts';
import { readPdf } from '../support/pdf.ts';
import { bodyOf, hire, problemOf, signIn } from '../support/people.ts';

const { make, makeFor, list, withdraw, check } = passportsEndpoints;

let running: Running;
let carla: Record<string, string>;
let clara: Record<string, string>;
let semhar: Newcomer;
beforeAll(async () => {
  running = await startApp();
  await hire(running, 'carla', 'clara');
  carla = await signIn(running.url, 'carla');
  clara = await signIn(running.url, 'clara');
});
afterAll(() => running.close());
beforeEach(async () => {
  semhar = new Newcomer(running.url, { language: 'ti' });
  await semhar.seeksAdvice();
  const answers = Object.entries(manifold) as [Parameters<Newcomer['event']>[0], never][];
  await semhar.send(...answers.map(([question, value]) => semhar.event(question, value)));
});

const checked = async (token: string) =>
  bodyOf(check, await request(running.url, check, { params: { token } }));
const papers = async () =>
  bodyOf(list, await request(running.url, list, { params: semhar.params }, semhar.authorization)).passports;

/** Has a paper made, and takes the address out of its code. */
async function paper(form: 'short' | 'long' = 'short') {
  const address = make.url.replace(':siteId', semhar.siteId).replace(':responseId', semhar.responseId);
  const answer = await fetch(`${running.url}${address}`, {
    method: make.method,
    headers: { ...semhar.authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ form, language: semhar.language }),
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const read = await readPdf(bytes, false);
  const [link = ''] = read.links;
  return { ...read, link, token: link.split('/').at(-1) ?? '', type: answer.headers.get('content-type') };
}

test('Semhar takes a paper along, whoever holds it sees that it is genuine, until she withdraws it', async () => {
  const { token, link, type, right, pages } = await paper();
  expect([type, link.startsWith(`${running.url}/p/`), pages]).toEqual(['application/pdf', true, 1]);
  expect(right).toContain('Kompetenzpass');
  const other = await paper('long');
  expect(other.all).toContain('Semhar');
  const genuine = { state: 'genuine', issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) };
  expect(await checked(token)).toEqual(genuine);

  const [, first] = await papers();
  const params = { ...semhar.params, passportId: first?.passportId ?? '' };
  expect((await request(running.url, withdraw, { params }, semhar.authorization)).status).toBe(200);
  expect(await checked(token)).toEqual({ state: 'withdrawn' });
  expect(await checked(other.token)).toEqual(genuine);
  expect(await checked('A'.repeat(22))).toEqual({ state: 'unknown' });
  const shown = (await papers()).map(({ form, withdrawnAt }) => [form, withdrawnAt !== null]);
  expect(shown).toEqual([
    ['long', false],
    ['short', true],
  ]);

  // A stranger neither lists nor withdraws.
  const stranger = new Newcomer(running.url);
  await stranger.start();
  for (const reply of [
    await request(running.url, list, { params: semhar.params }, stranger.authorization),
    await request(running.url, withdraw, { params }, stranger.authorization),
  ])
    expect(problemOf(reply)).toBe('401 wrongCode');
  const own = { ...stranger.params, passportId: params.passportId };
  const reply = await request(running.url, withdraw, { params: own }, stranger.authorization);
  expect(problemOf(reply)).toBe('404 notFound');
});

test('Carla makes a paper for somebody she advises, and is written down; the case worker of another site cannot', async () => {
  const sent = { params: semhar.params, body: { form: 'long', language: 'ti' } } as const;
  expect((await request(running.url, makeFor, sent, carla)).status).toBe(200);
  expect(problemOf(await request(running.url, makeFor, sent, clara))).toBe('403 notAllowed');
  const elsewhere = { ...sent, params: { ...semhar.params, siteId: 'elsewhere' } };
  expect(problemOf(await request(running.url, makeFor, elsewhere, clara))).toBe('404 notFound');
  const written = running.db
    .selectFrom('audit_event')
    .select('action')
    .where('response_id', '=', semhar.responseId);
  expect(await written.execute()).toEqual([{ action: 'interview.passport' }]);
  expect((await papers()).length).toBe(1);
});

test('who wants no result of their own gets no paper', async () => {
  await semhar.says('consentResult', { given: false, version: consentVersion });
  const sent = { params: semhar.params, body: { form: 'short', language: 'ti' } } as const;
  expect(problemOf(await request(running.url, make, sent, semhar.authorization))).toBe('409 consentNeeded');
  expect(await papers()).toEqual([]);
});

test('a response cannot go before its papers are withdrawn; then they say so and lead to nobody', async () => {
  const { token } = await paper();
  const [issued] = await papers();
  const erase = running.db.deleteFrom('response').where('response_id', '=', semhar.responseId);
  await expect(erase.execute()).rejects.toThrow();
  await running.db.transaction().execute((tx) => withdrawPassports(tx, semhar.params));
  await erase.execute();
  expect(await checked(token)).toEqual({ state: 'withdrawn' });
  const left = running.db
    .selectFrom('passport')
    .selectAll()
    .where('passport_id', '=', issued?.passportId ?? '');
  const [row] = await left.execute();
  expect(row?.response_id).toBeNull();
  expect(Object.values(row ?? {})).not.toContain(token);
});

test('the answers go along as files that other programs take', async () => {
  const get = async (copy: CopyKind) => {
    const params = { ...semhar.params, copy };
    return (await request(running.url, copiesEndpoints.get, { params }, semhar.authorization)).body;
  };
  const resume = await get('json-resume');
  const complaints = await new Promise((resolve) => validate(resume, (errors) => resolve(errors)));
  expect(complaints).toBeNull();
  expect(resume).toMatchObject({
    basics: { name: 'ሰምሃር (Semhar)', location: { city: 'Hettstedt', countryCode: 'DE' } },
    work: [{ position: 'Köchin / Koch', endDate: '2021' }, {}],
    certificates: expect.arrayContaining([{ name: 'Deutsch B1' }]),
  });

  const cv = EuropassCv.parse(await get('europass'));
  expect(cv.SkillsPassport.LearnerInfo).toMatchObject({
    WorkExperience: [{ Position: { Label: 'Köchin / Koch' }, Period: { To: { Year: 2021 } } }, {}],
    Skills: {
      Linguistic: { MotherTongue: [{ Description: { Code: 'ti' } }] },
      Driving: { Description: ['B', 'BE'] },
    },
  });
});
