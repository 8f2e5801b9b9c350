import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copyPopulation } from '@kannwas/api/demo/copy';
import { loadDemo } from '@kannwas/api/demo/load';
import { makeResponse, type Population } from '@kannwas/api/demo/people/responses';
import { placesOf } from '@kannwas/api/demo/site';
import { demoPassword, demoStaff } from '@kannwas/api/demo/staff';
import { savePopulation } from '@kannwas/api/demo/store';
import { saveSite } from '@kannwas/api/sites/store';
import { listEvents, rebuild } from '@kannwas/api/survey/events';
import { accountsEndpoints } from '@kannwas/schema/accounts';
import { gapsEndpoints } from '@kannwas/schema/gaps';
import { NewEvent } from '@kannwas/schema/survey/events';
import { fold } from '@kannwas/schema/survey/fold';
import { said } from '@kannwas/schema/survey/questions';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hettstedt, type Running, startApp } from '../support/app.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, cookieOf } from '../support/people.ts';
import { table } from '../support/town.ts';

let running: Running;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

const population: Population = { seed: 'story', districts: placesOf(hettstedt), caseWorker: 'carla' };
const people = Array.from({ length: 400 }, (_, n) => makeResponse(population, n));
const params = { siteId: 'hettstedt' };

test('the same seed makes the same people, however many; another seed makes others', () => {
  expect(makeResponse({ ...population }, 399)).toEqual(people[399]);
  expect(makeResponse({ ...population, seed: 'other' }, 399)).not.toEqual(people[399]);
  expect(new Set(people.map(({ responseId }) => responseId)).size).toBe(400);
});

test('synthetic people say only what real people could say, and their answers fold by the same rule', () => {
  for (const { events, folded } of people) {
    for (const { author, ...event } of events) expect(NewEvent.safeParse(event).error).toBeUndefined();
    expect(folded).toEqual(fold(events));
  }
});

test('some are open, some decline, some are in conflict, most hand in, and origins are as in the margins', () => {
  const share = (holds: (person: (typeof people)[number]) => boolean) => people.filter(holds).length / 400;
  expect(share(({ status }) => status === 'submitted')).toBeCloseTo(0.85, 1);
  expect(share(({ status }) => status === 'open')).toBeGreaterThan(0.05);
  expect(share(({ folded }) => folded.conflicts.length > 0)).toBeGreaterThan(0);
  expect(share(({ events }) => events.some(({ value }) => value === 'no-answer'))).toBeGreaterThan(0.5);
  expect(share(({ folded }) => folded.answers.educationCountry === 'UA')).toBeCloseTo(0.34, 1);
});

test('whoever drove lorries may drive them, and nobody was a doctor without a degree', () => {
  for (let n = 0; n < 2000; n++) {
    const { folded } = makeResponse(population, n);
    const [occupation, education] = [
      said(folded.answers, 'experienceOccupation'),
      said(folded.answers, 'education'),
    ];
    const licences = said(folded.answers, 'licences');
    if (licences?.includes('none')) expect(licences).toEqual(['none']);
    if (licences?.includes('CE')) expect(licences).toEqual(expect.arrayContaining(['B', 'C']));
    if (occupation === '8332' && licences) expect(licences).toContain('C');
    if (occupation === '2211' && education) expect(education).toBe('academic');
  }
});

test('what was seeded reads back as it was made, and rebuilding it changes nothing', async () => {
  const { db } = running;
  await savePopulation(db, { ...population, siteId: 'hettstedt', people: 60 });
  for (const { responseId, events, folded } of people.slice(0, 60)) {
    const kept = await listEvents(db, 'hettstedt', responseId);
    expect(kept.map(({ receivedAt, ...event }) => event)).toEqual(events);
    const stored = await db
      .selectFrom('response')
      .select(['answers', 'heads', 'conflicts'])
      .where('response_id', '=', responseId)
      .executeTakeFirstOrThrow();
    expect(stored).toEqual(folded);
    expect(await rebuild(db, 'hettstedt', responseId)).toEqual(folded);
  }
});

test('the same seed again adds nobody, a longer run adds the rest', async () => {
  const count = async () => {
    const { rows } = await sql<{ responses: number; events: number }>`
      select (select count(*) from response)::int as responses, (select count(*) from answer_event)::int as events`.execute(
      running.db,
    );
    return rows[0];
  };
  const before = await count();
  await savePopulation(running.db, { ...population, siteId: 'hettstedt', people: 60 });
  expect(await count()).toEqual(before);
  await savePopulation(running.db, { ...population, siteId: 'hettstedt', people: 300 });
  expect((await count())?.responses).toBe(300);
});

/** Runs `pnpm seed` as an operator does. */
async function runSeed(settings: Record<string, string>) {
  const task = fileURLToPath(import.meta.resolve('@kannwas/api/tasks/seed'));
  const args = [task, '--people', '30', '--seed', 'operator'];
  const env = { PATH: process.env.PATH, ...settings };
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => error.stderr,
  );
}

if (process.env.ENGINE === 'postgres') {
  const address = async () => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(running.db);
    return `${inject('postgres')}/${rows[0]?.name}`;
  };

  test('the fast way into PostgreSQL keeps the same as the plain one, and its foreign key stands afterwards', async () => {
    const client = new pg.Client({ connectionString: await address() });
    await client.connect();
    const elsewhere = { ...population, siteId: 'elsewhere' };
    await copyPopulation(client, { ...elsewhere, people: 100 });
    await copyPopulation(client, { ...elsewhere, people: 300 });
    await client.end();
    const differing = await sql`
      (select to_jsonb(e) - 'site_id' from answer_event e where site_id = 'hettstedt')
      except (select to_jsonb(e) - 'site_id' from answer_event e where site_id = 'elsewhere')
      union all
      (select to_jsonb(r) - 'site_id' - 'changed_at' from response r where site_id = 'elsewhere')
      except (select to_jsonb(r) - 'site_id' - 'changed_at' from response r where site_id = 'hettstedt')`.execute(
      running.db,
    );
    expect(differing.rows).toEqual([]);
    await expect(
      sql`insert into answer_event select 'hettstedt', gen_random_uuid(), gen_random_uuid(), question, value, base_id,
        settles, manner, author, language, recorded_at, received_at from answer_event limit 1`.execute(
        running.db,
      ),
    ).rejects.toThrow('foreign key');
  });

  test('pnpm seed keeps synthetic people away from real sites', async () => {
    expect(await runSeed({ DATABASE_URL: await address() })).toContain('hettstedt is a real site');
    await saveSite(running.db, { ...hettstedt, demo: true });
    expect(await runSeed({ DATABASE_URL: await address() })).toContain(
      '30 synthetic people are at hettstedt',
    );
  });
} else {
  test('pnpm seed works without any setting, on the embedded database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kannwas-seed-'));
    expect(await runSeed({ DATA_FOLDER: folder })).toContain('30 synthetic people are at hettstedt');
    await rm(folder, { recursive: true });
  });
}

test('the demo shows numbers in pool, coverage, and gap from the first minute, and is loaded once', async () => {
  const { opened, secrets, url } = running;
  expect(await loadDemo({ opened, secrets, people: 3200 })).toBe(true);
  expect(await loadDemo({ opened, secrets, people: 3200 })).toBe(false);
  const sessions: Record<string, string>[] = [];
  for (const { email } of Object.values(demoStaff)) {
    const reply = await request(url, accountsEndpoints.signIn, { body: { email, password: demoPassword } });
    bodyOf(accountsEndpoints.signIn, reply);
    sessions.push({ cookie: cookieOf(reply), origin: url });
  }
  const [, dmitri = {}, ines = {}] = sessions;
  const { total, rows } = await table(url, dmitri, 'by=occupation');
  expect(total).toBeGreaterThan(2000);
  expect(rows.filter(({ count }) => count !== null).length).toBeGreaterThan(5);
  const coverage = bodyOf(
    gapsEndpoints.coverage,
    await request(url, gapsEndpoints.coverage, { params }, ines),
  );
  // The three towns, and all smaller places together.
  expect(coverage.rows).toHaveLength(1 + 4);
  expect(coverage.rows[0]?.share).toBeGreaterThan(0.1);
  const gaps = bodyOf(gapsEndpoints.gaps, await request(url, gapsEndpoints.gaps, { params }, ines));
  expect(gaps.rows.some(({ gap }) => gap.high < 0)).toBe(true);
  expect(gaps.rows.some(({ supply }) => supply !== null)).toBe(true);
  // 3,200 people with some sixty answers each are settled and published on the way.
}, 240_000);
