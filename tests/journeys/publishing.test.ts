import { makeEngine } from '@kannwas/api/pool/engine/engine';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { erasePeople, forgetPeople } from '@kannwas/api/snapshots/forget';
import { type Press, progressOf, publish } from '@kannwas/api/snapshots/publish';
import { findLastEpoch, findPublication, listPlaces } from '@kannwas/api/snapshots/store';
import { PoolQuery } from '@kannwas/schema/pool/grammar';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { elsewhere, hettstedt, openTestDatabase } from '../support/app.ts';
import { moveIn } from '../support/crowd.ts';
import { bricklayer, no } from '../support/town.ts';

const siteId = hettstedt.id;
const secrets = deriveSecrets(Buffer.alloc(32, 7));
const rulesOf = makeRulesOf(secrets);
let opened: Awaited<ReturnType<typeof openTestDatabase>>;
let press: Press;

beforeAll(async () => {
  opened = await openTestDatabase();
  await saveSite(opened.db, hettstedt);
  await saveSite(opened.db, elsewhere);
  press = { opened, secrets, rulesOf, limits: { days: 0, daysAfterChanges: 0, changes: 0 } };
});
afterAll(() => opened.close());

const means = () => ({
  reading: opened,
  rulesOf,
});
const asks = async (address: string) =>
  (
    await makeEngine(means()).answer(
      siteId,
      PoolQuery.parse(Object.fromEntries(new URLSearchParams(address))),
    )
  ).table;

async function countIn(table: 'snapshot_person' | 'waiting_person', epoch: number): Promise<number> {
  const { people } = await opened.db
    .selectFrom(table)
    .select(sql<number>`count(*)::int`.as('people'))
    .where('epoch', '=', epoch)
    .executeTakeFirstOrThrow();
  return people;
}

let nurses: string[];

test('an epoch holds everybody who handed in and consented, in places of at least 500 people', async () => {
  await moveIn(opened.db, 560, bricklayer);
  await moveIn(opened.db, 430, { ...bricklayer, district: '15087130' });
  nurses = await moveIn(opened.db, 130, {
    ...bricklayer,
    district: '15087370',
    experienceOccupation: '3221',
  });
  await moveIn(opened.db, 20, { ...bricklayer, consentPool: no, consentStatistics: no });
  expect(await publish(press, siteId)).toMatchObject({ epoch: 1 });
  expect(await countIn('snapshot_person', 1)).toBe(1120);
  const places = await listPlaces(opened.db, siteId, 1);
  expect(places.map(({ districts }) => districts)).toEqual([['15087220'], ['15087130', '15087370']]);
  expect((await asks('by=place')).rows.map(({ count }) => (count ?? 0) > 480)).toEqual([true, true]);
  expect((await asks('occupation=22')).total).toBeNull();
  expect((await asks('occupation=32')).total).toBeGreaterThan(110);
});

test('nothing of a publication is left when it is finished', async () => {
  expect(await findPublication(opened.db, siteId)).toBeUndefined();
  expect(await countIn('waiting_person', 1)).toBe(0);
  expect(await progressOf(press, siteId)).toBeNull();
});

test('of two who publish at the same time, one is told to wait', async () => {
  const both = await Promise.allSettled([publish(press, siteId), publish(press, siteId)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'publishRunning' },
  });
});

test('whoever withdraws is in no epoch after the next publication, and the answers around them stand', async () => {
  const before = await asks('occupation=32');
  const [first = ''] = nurses;
  await sql`update response set answers = jsonb_set(jsonb_set(answers, '{consentPool,given}', 'false'),
    '{consentStatistics,given}', 'false'), changed_at = now() where response_id = ${first}`.execute(
    opened.db,
  );
  const { epoch } = await publish(press, siteId);
  const { rows } = await sql<{ epoch: number; people: number }>`
    select epoch, count(*)::int as people from snapshot_person group by epoch order by epoch`.execute(
    opened.db,
  );
  expect(rows.map(({ people }) => people)).toEqual([1119, 1119, 1119]);
  expect((await asks('occupation=32')).total).toBe(before.total);
  const gone = await sql<{ gone: number }>`
    select gone from published_cell where epoch = ${epoch} and cell = 'pool:occupation=32'`.execute(
    opened.db,
  );
  expect(gone.rows).toEqual([{ gone: 1 }]);
});

test('whoever is erased is gone at once, and no answer of the present epoch moves', async () => {
  const before = [await asks('occupation=32'), await asks('by=occupation')];
  const [, second = ''] = nurses;
  await opened.db.transaction().execute((tx) => forgetPeople(tx, secrets, siteId, [second]));
  const last = await findLastEpoch(opened.db, siteId);
  expect(await countIn('snapshot_person', last?.epoch ?? 0)).toBe(1118);
  expect([await asks('occupation=32'), await asks('by=occupation')]).toEqual(before);
  await sql`delete from answer_event where response_id = ${second}`.execute(opened.db);
  await sql`delete from response where response_id = ${second}`.execute(opened.db);
  await publish(press, siteId);
  expect((await asks('occupation=32')).total).toBe(before[0]?.total);
});

test('people who leave count once, also when they leave one by one over several epochs', async () => {
  const before = (await asks('occupation=32')).total ?? 0;
  // The largest τ is 6, and one in fifty of the nurses must go besides; two have gone already.
  for (const leaver of nurses.slice(2, 9)) {
    await sql`update response set status = 'closed', changed_at = now() where response_id = ${leaver}`.execute(
      opened.db,
    );
    await publish(press, siteId);
  }
  const { rows } = await sql<{ base_epoch: number; epoch: number }>`
    select base_epoch, epoch from published_cell where cell = 'pool:occupation=32' order by epoch desc`.execute(
    opened.db,
  );
  expect(rows.at(-1)?.base_epoch).toBe(1);
  expect(rows[0]?.base_epoch).toBeGreaterThan(1);
  expect(Math.abs(((await asks('occupation=32')).total ?? 0) - before)).toBeLessThanOrEqual(20);
});

test('a publication that was cut off goes on where it stopped, and shows nothing of itself before', async () => {
  const { epoch } = (await findLastEpoch(opened.db, siteId)) ?? { epoch: 0 };
  const [erased = ''] = await moveIn(opened.db, 1500, { ...bricklayer, experienceOccupation: '5120' });
  // Cut off after the first thousand were read: the database refuses the second batch.
  await sql`alter table waiting_person add constraint cut check (place is distinct from 'cut')`.execute(
    opened.db,
  );
  await sql`update response set answers = jsonb_set(answers, '{district}', '"cut"')
    where response_id = (select max(response_id::text)::uuid from response where site_id = ${siteId})`.execute(
    opened.db,
  );
  const districts = [...hettstedt.districts, { code: 'cut', name: 'Cut' }];
  await saveSite(opened.db, { ...hettstedt, districts });
  await expect(publish(press, siteId)).rejects.toThrow();
  const stopped = await findPublication(opened.db, siteId);
  expect(stopped).toMatchObject({ epoch: epoch + 1, done: 2000, isRead: false });
  expect((await findLastEpoch(opened.db, siteId))?.epoch).toBe(epoch);
  expect((await asks('occupation=51')).total).toBeNull();

  // Somebody who was read already erases everything while the publication rests: it must not bring them back.
  await opened.db.transaction().execute((tx) => erasePeople(tx, secrets, siteId, [erased]));
  await sql`delete from response where response_id = ${erased}`.execute(opened.db);
  await sql`alter table waiting_person drop constraint cut`.execute(opened.db);
  await saveSite(opened.db, hettstedt);
  expect(await publish(press, siteId)).toMatchObject({ epoch: epoch + 1 });
  expect(await countIn('snapshot_person', epoch + 1)).toBe(1111 + 1499);
  expect(await opened.db.selectFrom('erased_person').select('person_key').execute()).toEqual([]);
  expect((await asks('occupation=51')).total).toBeGreaterThan(1450);
});

test('an epoch that was published lately is not followed by another so soon, unless many people changed', async () => {
  const limits = { days: 28, daysAfterChanges: 7, changes: 20 };
  const soon = () => publish({ ...press, limits }, siteId);
  await expect(soon()).rejects.toMatchObject({ code: 'publishTooEarly' });
  const age = (days: number) =>
    sql`update snapshot set published_at = now() - make_interval(days => ${days}) where site_id = ${siteId}`.execute(
      opened.db,
    );
  const settled = sql`update response set changed_at = now() - interval '30 days' where site_id = ${siteId}`;
  await settled.execute(opened.db);
  await age(8);
  await expect(soon()).rejects.toMatchObject({ code: 'publishTooEarly' });
  await moveIn(opened.db, 20, bricklayer);
  await expect(soon()).resolves.toMatchObject({});
  await settled.execute(opened.db);
  await age(28);
  await expect(soon()).resolves.toMatchObject({});
  await publish({ ...press, limits }, elsewhere.id);
});

test('an epoch holds no id of a response, nothing that leads back, and lies in no telling order', async () => {
  const { rows } = await sql<{ table_name: string; column_name: string; data_type: string }>`
    select table_name, column_name, data_type from information_schema.columns
    where table_name in ('snapshot', 'snapshot_person', 'published_cell') order by column_name`.execute(
    opened.db,
  );
  expect(rows.filter(({ data_type }) => data_type === 'uuid')).toEqual([]);
  expect(
    rows.filter(({ table_name }) => table_name === 'snapshot_person').map(({ column_name }) => column_name),
  ).toEqual([
    'age_band',
    'availability',
    'country_group',
    'education',
    'epoch',
    'experience',
    'gender',
    'german',
    'in_coverage',
    'in_pool',
    'licences',
    'occupations',
    'person_key',
    'place',
    'record_key',
    'site_id',
  ]);
  const stored = await sql<{ epoch: number; record_key: string }>`
    select epoch, record_key::text from snapshot_person where site_id = ${siteId} order by ctid`.execute(
    opened.db,
  );
  for (const people of Map.groupBy(stored.rows, ({ epoch }) => epoch).values()) {
    const keys = people.map(({ record_key }) => BigInt(record_key));
    const turns = keys.filter((key, place) => key < (keys[place - 1] ?? 0n)).length;
    // The order of the keys, but for rows that filled gaps left in older pages.
    expect(turns).toBeLessThan(keys.length / 20);
  }
});

test('a new district with three people changes no answer about the place that takes it in', async () => {
  const last = async () => (await findLastEpoch(opened.db, siteId))?.epoch ?? 0;
  const placesNow = async () => listPlaces(opened.db, siteId, await last());
  await publish(press, siteId);
  const before = await placesNow();
  const questions = before.map(({ code }) => `place=${code}&by=occupation`);
  const earlier = await Promise.all(questions.map(asks));

  const newDistrict = { code: '15087990', name: 'Neues Dorf' };
  await saveSite(opened.db, { ...hettstedt, districts: [...hettstedt.districts, newDistrict] });
  await moveIn(opened.db, 3, { ...bricklayer, district: newDistrict.code });
  await publish(press, siteId);
  const after = await placesNow();
  expect(after.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
  expect(after.filter(({ districts }) => districts.includes(newDistrict.code))).toHaveLength(1);
  const later = await Promise.all(questions.map(asks));
  expect(later.map(({ total, rows }) => ({ total, rows }))).toEqual(
    earlier.map(({ total, rows }) => ({ total, rows })),
  );
});
