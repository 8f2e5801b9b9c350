import { snapshotsEndpoints } from '@kannwas/schema/snapshots';
import type { Answers } from '@kannwas/schema/survey/questions';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { moveIn } from '../support/crowd.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, signIn } from '../support/people.ts';
import { ask, bricklayer, handIn, no, publish, table, townLimits } from '../support/town.ts';

type Session = Record<string, string>;

let running: Running;
let url: string;
let dmitri: Session;
let ines: Session;

beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  url = running.url;
  await hire(running, 'dmitri', 'ines');
  [dmitri, ines] = await Promise.all([signIn(url, 'dmitri'), signIn(url, 'ines')]);
});
afterAll(() => running.close());

const countOf = async (query: string) => (await table(url, dmitri, query)).total;
const more = (people: number, answers: Answers) => moveIn(running.db, people, answers);

test('before anything is published, there is nothing to ask', async () => {
  expect(problemOf(await ask(url, dmitri))).toBe('409 noSnapshotYet');
});

test('an employer never sees a group smaller than ten, and small looks like empty', async () => {
  await handIn(url, 40, bricklayer);
  await more(60, { ...bricklayer, experienceOccupation: '5120' });
  await more(4, { ...bricklayer, experienceOccupation: '2330' });
  await publish(url, ines);
  const { rows } = await table(url, dmitri, 'by=occupation');
  expect(rows).toHaveLength(40);
  expect(rows.map(({ occupation }) => occupation)).toEqual(
    rows.map(({ occupation }) => occupation).toSorted(),
  );
  expect(rows.find(({ occupation }) => occupation === '71')?.count).toBeGreaterThanOrEqual(30);
  // Four teachers and no doctor: the rows differ in nothing but the code.
  const others = rows.filter(({ occupation }) => occupation !== '71' && occupation !== '51');
  expect(others.map(({ occupation, ...rest }) => rest)).toEqual(others.map(() => ({ count: null })));
});

test('the count changes only after publishing', async () => {
  const before = await countOf('occupation=71');
  await handIn(url, 60, bricklayer);
  expect(await countOf('occupation=71')).toBe(before);
  await publish(url, ines);
  expect(await countOf('occupation=71')).toBeGreaterThanOrEqual(85);
});

test('one newcomer more changes no number, so nobody can be found by asking before and after', async () => {
  const queries = ['', 'occupation=71', 'by=occupation', 'german=A2&by=availability'];
  const answers = () => Promise.all(queries.map((query) => table(url, dmitri, query)));
  const numbers = (tables: Awaited<ReturnType<typeof answers>>) => tables.map(({ epoch, ...rest }) => rest);
  const before = await answers();
  await handIn(url, 1, bricklayer);
  await publish(url, ines);
  const after = await answers();
  expect(after[0]?.epoch.epoch).toBeGreaterThan(before[0]?.epoch.epoch ?? 0);
  expect(numbers(after)).toEqual(numbers(before));
});

test('who does not consent to the pool is not counted in it, nor is who has not handed in, or is closed', async () => {
  await publish(url, ines);
  const cooks = { ...bricklayer, experienceOccupation: '9412' };
  for (const status of ['open', 'closed'] as const) {
    const ids = await more(40, cooks);
    await running.db.updateTable('response').set({ status }).where('response_id', 'in', ids).execute();
  }
  await more(40, { ...cooks, consentPool: no });
  await more(40, { ...cooks, consentPool: 'no-answer' });
  await more(40, { ...cooks, consentPool: null });
  await publish(url, ines);
  expect(await countOf('occupation=94')).toBeNull();
});

test('what is in conflict, declined, or taken back is not released', async () => {
  const carers = { ...bricklayer, experienceOccupation: '5322' };
  const inConflict = await handIn(url, 40, carers);
  for (const newcomer of inConflict) {
    // Another device that has not seen the first answer.
    await newcomer.send({ ...newcomer.event('experienceOccupation', '5321'), baseId: null });
  }
  await more(40, { ...carers, experienceOccupation: 'no-answer' });
  await more(40, { ...carers, experienceOccupation: null });
  // Bricklayers say they have no experience after all: the occupation is no longer asked.
  await more(40, { ...carers, experienceKind: 'none-yet' });
  await publish(url, ines);
  expect(await countOf('occupation=53')).toBeNull();
});

test('at least a level of German, and what people are available for, narrow the count', async () => {
  const gardeners = { ...bricklayer, experienceOccupation: '6113' };
  await more(60, { ...gardeners, germanSpeaking: 'none', germanCertificate: 'B2' });
  await more(60, {
    ...gardeners,
    germanSpeaking: 'a-little',
    availableFor: ['language-course', 'training'],
  });
  await more(40, { ...gardeners, germanSpeaking: 'none', availableFor: ['language-course'] });
  await publish(url, ines);
  expect(await countOf('occupation=61')).toBeGreaterThanOrEqual(100);
  // Who speaks no German is not asked for a certificate.
  expect(await countOf('occupation=61&german=B1')).toBeNull();
  // Three answers in ten are those of another gardener.
  expect(await countOf('occupation=61&german=A1')).toBeGreaterThanOrEqual(45);
  expect((await countOf('occupation=61&german=A1&availability=work')) ?? 0).toBeLessThanOrEqual(30);
  expect(await countOf('occupation=61&german=A1&availability=course')).toBeGreaterThanOrEqual(35);
});

test('education, experience, and licences narrow the count too', async () => {
  const drivers = { ...bricklayer, experienceOccupation: '8332', experienceDuration: 'over-10' } as const;
  await more(50, { ...drivers, education: 'vocational', licences: ['B', 'C', 'CE'] });
  await more(50, { ...drivers, education: 'primary', licences: ['B'], experienceDuration: '1-2' });
  await publish(url, ines);
  for (const narrow of ['education=vocational', 'education=basic', 'licence=truck', 'experience=over-10']) {
    expect(Math.abs(((await countOf(`occupation=8332&${narrow}`)) ?? 0) - 50)).toBeLessThanOrEqual(15);
  }
  expect(Math.abs(((await countOf('occupation=8332&licence=car')) ?? 0) - 100)).toBeLessThanOrEqual(15);
  expect(await countOf('occupation=8332&licence=forklift')).toBeNull();
});

test('a question that is too narrow is not answered, and the nearest broader ones are', async () => {
  const { total, refused, rows, broader } = await table(url, dmitri, 'occupation=7112&licence=bus');
  expect([total, refused, rows]).toEqual([null, 'base-too-small', []]);
  expect(broader.map(({ where }) => where)).toContainEqual({ occupation: '7112' });
  for (const { count } of broader) expect(count).toBeGreaterThanOrEqual(25);
});

test('the same question has the same answer, in any order and inside any table', async () => {
  await more(350, { ...bricklayer, district: '15087130' });
  await more(250, { ...bricklayer, district: '15087130', experienceOccupation: '5120' });
  await more(500, bricklayer);
  await publish(url, ines);
  const wanted = await countOf('occupation=71&place=15087220');
  expect(wanted).toBeGreaterThan(400);
  expect(await countOf('place=15087220&occupation=71')).toBe(wanted);
  const [byPlace, byBoth, turned] = await Promise.all([
    table(url, dmitri, 'by=place&occupation=71'),
    table(url, dmitri, 'by=occupation,place'),
    table(url, ines, 'by=place,occupation'),
  ]);
  expect(turned).toEqual(byBoth);
  const inHettstedt = { place: '15087220', count: wanted };
  expect(byPlace.rows).toContainEqual(inHettstedt);
  expect(byBoth.rows).toContainEqual({ occupation: '71', ...inHettstedt });
  // Both margins, and every cell between them.
  expect(byBoth.rows).toHaveLength(40 + 2 + 40 * 2);
});

test('where nearly all have the same occupation, the table does not say so of each of them', async () => {
  await more(60, { ...bricklayer, licences: ['D'], experienceOccupation: '2310' });
  await publish(url, ines);
  const { total, rows } = await table(url, dmitri, 'licence=bus&by=occupation');
  expect(total).toBeGreaterThan(45);
  expect(rows.find(({ occupation }) => occupation === '23')).toEqual({
    occupation: '23',
    count: null,
    hidden: true,
  });
});

test.for([
  ['occupation=99', '422 invalid'],
  ['occupation=71,72', '422 invalid'],
  ['german=none', '422 invalid'],
  ['place=15087999', '422 districtUnknown'],
  ['district=15087220', '422 invalid'],
  ['nationality=SY', '422 invalid'],
  ['by=nationality', '422 invalid'],
  ['by=german,german', '422 invalid'],
  ['by=german,education,licence', '422 invalid'],
  ['gender=female&occupation=7112', '422 invalid'],
  ['gender=female&by=place', '422 invalid'],
  ['german=B1&by=german', '422 invalid'],
  ['german=B1&education=school&licence=car&experience=3-10&availability=work', '422 invalid'],
])('what the grammar does not know is refused: %s', async ([query = '', refused]) => {
  expect(problemOf(await ask(url, dmitri, query))).toBe(refused);
});

test('in the next epoch nobody has the key they had before', async () => {
  const { rows } = await sql<{ times: number }>`
    select count(*)::int as times from snapshot_person group by record_key having count(*) > 1`.execute(
    running.db,
  );
  expect(rows).toEqual([]);
});

test('whoever publishes at the same time, epochs are numbered one by one', async () => {
  const params = { siteId: 'hettstedt' };
  const all = [1, 2, 3].map(() => request(url, snapshotsEndpoints.publish, { params }, ines));
  const replies = (await Promise.all(all)).map(problemOf);
  expect(replies).toContain('200 no problem');
  expect(['200 no problem', '409 publishRunning']).toEqual(expect.arrayContaining(replies));
  const list = await request(url, snapshotsEndpoints.list, { params }, ines);
  const { epochs } = bodyOf(snapshotsEndpoints.list, list);
  expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, place) => epochs.length - place));
});
