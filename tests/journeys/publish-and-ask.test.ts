import { setTimeout as sleep } from 'node:timers/promises';
import { countPeopleQuery } from '@kannwas/api/pool/store';
import { takeSite } from '@kannwas/api/snapshots/store';
import { snapshotsEndpoints } from '@kannwas/schema/snapshots';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
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

test('before anything is published, there is nothing to ask', async () => {
  expect(problemOf(await ask(url, dmitri))).toBe('409 noSnapshotYet');
});

test('an employer never sees a group smaller than ten, and small looks like empty', async () => {
  await handIn(url, 30, bricklayer);
  await handIn(url, 4, { ...bricklayer, experienceOccupation: '2330' });
  await publish(url, ines);
  const { rows } = await table(url, dmitri, 'by=occupation');
  expect(rows).toHaveLength(40);
  expect(rows.map(({ occupation }) => occupation)).toEqual(
    rows.map(({ occupation }) => occupation).toSorted(),
  );
  expect(rows.find(({ occupation }) => occupation === '71')?.count).toBeGreaterThanOrEqual(20);
  // Four teachers and no doctor: the rows differ in nothing but the code.
  expect(rows.filter(({ occupation }) => occupation !== '71').every(({ count }) => count === null)).toBe(
    true,
  );
});

test('the count changes only after publishing', async () => {
  const before = await countOf('occupation=71');
  await handIn(url, 60, bricklayer);
  expect(await countOf('occupation=71')).toBe(before);
  await publish(url, ines);
  expect(await countOf('occupation=71')).toBeGreaterThanOrEqual(80);
});

test('whoever asks while an epoch is published gets the old one whole or the new one whole', async () => {
  let asked: Promise<number | null> | undefined;
  await running.db.transaction().execute(async (tx) => {
    // The question finds the old epoch, waits here, and would count when its people are gone.
    await sql`lock table snapshot_person in access exclusive mode`.execute(tx);
    asked = countOf('occupation=71');
    await sleep(500);
    await sql`insert into snapshot (site_id, epoch) select site_id, max(epoch) + 1 from snapshot group by site_id`.execute(
      tx,
    );
    await sql`update snapshot_person set epoch = epoch + 1`.execute(tx);
  });
  expect(await asked).toBeGreaterThanOrEqual(80);
});

test('who does not consent to the pool is not counted in it, nor is who has not handed in, or is closed', async () => {
  await publish(url, ines);
  const cooks = { ...bricklayer, experienceOccupation: '5120' };
  for (const status of ['open', 'closed'] as const) {
    const ids = (await handIn(url, 20, cooks)).map(({ responseId }) => responseId);
    await running.db.updateTable('response').set({ status }).where('response_id', 'in', ids).execute();
  }
  await handIn(url, 20, { ...cooks, consentPool: no });
  await handIn(url, 20, { ...cooks, consentPool: 'no-answer' });
  await handIn(url, 20, { ...cooks, consentPool: null });
  await publish(url, ines);
  expect(await countOf('occupation=51')).toBeNull();
});

test('without consent to pool and statistics, a person is in no epoch at all', async () => {
  const people = () =>
    running.db
      .selectFrom('snapshot_person')
      .select(({ fn }) => fn.countAll<string>().as('people'))
      .where('epoch', '=', (last) =>
        last.selectFrom('snapshot').select(({ fn }) => fn.max('epoch').as('epoch')),
      )
      .executeTakeFirstOrThrow();
  await publish(url, ines);
  const before = await people();
  await handIn(url, 3, { ...bricklayer, consentPool: no, consentStatistics: no });
  await publish(url, ines);
  expect(await people()).toEqual(before);
});

test('what is in conflict, declined, or taken back is not released', async () => {
  const carers = { ...bricklayer, experienceOccupation: '5322' };
  const inConflict = await handIn(url, 25, carers);
  for (const newcomer of inConflict) {
    // Another device that has not seen the first answer.
    await newcomer.send({ ...newcomer.event('experienceOccupation', '5321'), baseId: null });
  }
  await handIn(url, 25, { ...carers, experienceOccupation: 'no-answer' });
  await handIn(url, 25, { ...carers, experienceOccupation: null });
  // Bricklayers say they have no experience after all: the occupation is no longer asked.
  await handIn(url, 25, { ...carers, experienceKind: 'none-yet' });
  await publish(url, ines);
  expect(await countOf('occupation=53')).toBeNull();
});

test('at least a level of German, and what people are available for, narrow the count', async () => {
  const gardeners = { ...bricklayer, experienceOccupation: '6113' };
  await handIn(url, 40, { ...gardeners, germanSpeaking: 'none', germanCertificate: 'B2' });
  await handIn(url, 40, {
    ...gardeners,
    germanSpeaking: 'a-little',
    availableFor: ['language-course', 'training'],
  });
  await publish(url, ines);
  expect(await countOf('occupation=61')).toBeGreaterThanOrEqual(70);
  // Who speaks no German is not asked for a certificate.
  expect(await countOf('occupation=61&german=B1')).toBeNull();
  expect(await countOf('occupation=61&german=A1')).toBeGreaterThanOrEqual(30);
  expect(await countOf('occupation=61&german=A1&availability=work')).toBeNull();
  expect(await countOf('occupation=61&german=A1&availability=course')).toBeGreaterThanOrEqual(30);
  expect(await countOf('occupation=61&german=none')).toBe(await countOf('occupation=61'));
});

test('the same question has the same answer, in any order and inside any table', async () => {
  const wanted = await countOf('occupation=71&district=15087220');
  expect(await countOf('district=15087220&occupation=71')).toBe(wanted);
  const [byDistrict, byBoth, turned] = await Promise.all([
    table(url, dmitri, 'by=district&occupation=71'),
    table(url, dmitri, 'by=occupation,district'),
    table(url, ines, 'by=district,occupation'),
  ]);
  expect(turned).toEqual(byBoth);
  const inHettstedt = { district: '15087220', count: wanted };
  expect(byDistrict.rows).toContainEqual(inHettstedt);
  expect(byBoth.rows).toContainEqual({ occupation: '71', ...inHettstedt });
  expect(byBoth.rows).toHaveLength(40 * 3);
});

test('what the grammar does not know is refused', async () => {
  const refused = async (query: string) => problemOf(await ask(url, dmitri, query));
  expect(await refused('occupation=99')).toBe('422 invalid');
  expect(await refused('occupation=71,72')).toBe('422 invalid');
  expect(await refused('district=15087999')).toBe('422 districtUnknown');
  expect(await refused('gender=female')).toBe('422 invalid');
  expect(await refused('by=gender')).toBe('422 invalid');
  expect(await refused('by=district,district')).toBe('422 invalid');
});

test('an epoch holds no response id, nothing that leads back, and lies in no telling order', async () => {
  const { rows } = await sql<{ column_name: string; data_type: string }>`
    select column_name, data_type from information_schema.columns
    where table_name in ('snapshot', 'snapshot_person') order by column_name`.execute(running.db);
  expect(rows.filter(({ data_type }) => data_type === 'uuid')).toEqual([]);
  expect([...new Set(rows.map(({ column_name }) => column_name))]).toEqual([
    'age_band',
    'availability',
    'country_group',
    'district',
    'epoch',
    'gender',
    'german',
    'in_coverage',
    'in_pool',
    'occupation',
    'published_at',
    'record_key',
    'site_id',
  ]);
  const stored = await sql<{ epoch: number; record_key: string }>`
    select epoch, record_key::text from snapshot_person order by ctid`.execute(running.db);
  for (const people of Map.groupBy(stored.rows, ({ epoch }) => epoch).values()) {
    const keys = people.map(({ record_key }) => BigInt(record_key));
    // The order of the keys, but for rows that filled a gap left in an older page.
    expect(keys.filter((key, place) => key < (keys[place - 1] ?? 0n)).length).toBeLessThanOrEqual(2);
  }
});

test('in the next epoch nobody has the key they had before', async () => {
  const { rows } = await sql<{ times: number }>`
    select count(*)::int as times from snapshot_person group by record_key having count(*) > 1`.execute(
    running.db,
  );
  expect(rows).toEqual([]);
});

// The embedded database has one connection: there, the second just waits.
if (process.env.ENGINE === 'postgres') {
  test('while one publishes, others are told', async () => {
    const params = { siteId: 'hettstedt' };
    const meanwhile = await running.db.transaction().execute(async (tx) => {
      await takeSite(tx, 'hettstedt');
      const newcomers = await handIn(url, 1, bricklayer);
      const reply = await request(url, snapshotsEndpoints.publish, { params }, ines);
      return [newcomers.length, problemOf(reply)];
    });
    expect(meanwhile).toEqual([1, '409 publishRunning']);
  });
}

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

test('the statement that counts people reads the snapshot and nothing else', () => {
  const question = { siteId: 'hettstedt', epoch: 3, counted: 'in_pool', by: ['district'] } as const;
  const where = { occupation: '71', german: 'B1', availability: 'work' } as const;
  const { sql: statement, parameters } = countPeopleQuery(running.db, { ...question, where }).compile();
  expect(statement).toMatchInlineSnapshot(
    `"select "district", count(*)::int as "count", coalesce(sum(record_key), 0)::text as "key_sum" from "snapshot_person" where "site_id" = $1 and "epoch" = $2 and "in_pool" = $3 and "occupation" = $4 and "german" >= $5 and availability @> $6::jsonb group by "district""`,
  );
  expect(parameters).toEqual(['hettstedt', 3, true, '71', 3, '["work"]']);
});
