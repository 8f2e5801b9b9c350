import { setTimeout as sleep } from 'node:timers/promises';
import { makeAuth } from '@kannwas/api/accounts/auth';
import { createStaff } from '@kannwas/api/accounts/store';
import type { Opened } from '@kannwas/api/db/open';
import { savePopulation } from '@kannwas/api/demo/store';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { publish as publishUndisturbed } from '@kannwas/api/snapshots/publish';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { sql } from 'kysely';
import { elsewhere } from '../support/app.ts';
import { bodyOf, problemOf, signIn, staff } from '../support/people.ts';
import { ask, publish, table } from '../support/town.ts';
import type { Outcome } from './ledger.ts';
import { at, type Engine, type Place } from './place.ts';

const siteId = 'hettstedt';
const people = 1_500;

/**
 * Kills the server again and again while it publishes, and lets it go on. Until it is done nobody may see anything of the
 * epoch; then it must hold the same people and the same answers as one that was published without being disturbed.
 */
export async function killedPublication(engine: Engine, most: number): Promise<Outcome> {
  return at(engine, async (place) => {
    const expected = await settleTwice(place);
    let kills = 0;
    const totals: number[] = [];
    let server = await place.start();
    let session = await signIn(place.url, 'ines');
    for (let kill = 0; kill < most; kill++) {
      const publishing = publish(place.url, session).then(
        () => true,
        () => false,
      );
      // Each time a little later, so that it dies in every part of the work.
      const asking = askInBetween(place.url, session);
      const done = await Promise.race([publishing, sleep(60 + kill * 60).then(() => false)]);
      if (!done) {
        await server.kill('SIGKILL');
        kills += 1;
      }
      const total = await asking;
      if (typeof total === 'number') totals.push(total);
      if (done || (await publishing)) break;
      server = await place.start();
      session = await signIn(place.url, 'ines');
    }
    if (problemOf(await ask(place.url, session)) === '409 noSnapshotYet') await publish(place.url, session);
    const { total } = await table(place.url, session);
    const seen = totals.filter((early) => early !== total).length;
    await server.kill('SIGTERM');
    const { lost, doubled } = await compare(place, expected);
    const pass = seen === 0 && lost === 0 && doubled === 0 && kills > 0 && total !== null;
    const note = `${kills} kills, seen half-done ${seen} times, ${people} people`;
    return { name: `killed-publication-${engine}`, tried: expected.people.length, lost, doubled, pass, note };
  });
}

/** What an employer sees meanwhile: nothing, or the whole when it was done first; undefined when the server died. */
async function askInBetween(url: string, session: Record<string, string>) {
  const reply = await ask(url, session).catch(() => undefined);
  if (reply?.status !== 200) return undefined;
  return bodyOf(poolEndpoints.ask, reply).total;
}

type Published = { people: string[]; cells: string[] };

/** The same people twice: here for the story, and elsewhere published undisturbed, for comparison. */
async function settleTwice(place: Place): Promise<Published> {
  const opened = await place.open();
  const { db } = opened;
  const secrets = deriveSecrets(Buffer.from(place.environment.SECRET_KEY ?? '', 'hex'));
  const auth = makeAuth(db, secrets, { PUBLIC_URL: undefined });
  await createStaff(db, auth, { ...staff.ines, plays: [{ siteId, role: 'coordinator' }] });
  const districts = [
    ['mitte', 3],
    ['nord', 2],
  ] as const;
  const site = { ...elsewhere, districts: districts.map(([code]) => ({ code, name: code })) };
  for (const id of [siteId, elsewhere.id]) {
    await saveSite(db, { ...site, id });
    const seed = 'killed';
    await savePopulation(db, { siteId: id, people, seed, districts, caseWorker: null });
  }
  const limits = { days: 0, daysAfterChanges: 0, changes: 0 };
  await publishUndisturbed({ opened, secrets, rulesOf: makeRulesOf(secrets), limits }, elsewhere.id);
  const expected = await publishedAt(opened, elsewhere.id);
  await opened.close();
  return expected;
}

/** What is that of somebody else for some, by their keys, so that it differs from site to site. */
const mixed = ['german', 'availability', 'education', 'experience', 'licences', 'gender', 'age_band'];

/** Everybody of the epoch by what is published of them, and every cell; noise, keys, and who is mixed differ from site to site. */
async function publishedAt({ db }: Opened, site: string): Promise<Published> {
  const { rows: persons } = await sql<{ text: string }>`
    select (to_jsonb(person) - 'site_id' - 'person_key' - 'record_key'
      - case when in_pool then ${mixed}::text[] else '{}' end)::text as text
    from snapshot_person as person where site_id = ${site} order by 1`.execute(db);
  const { rows: cells } = await sql<{ cell: string }>`
    select cell from published_cell where site_id = ${site} and is_base order by 1`.execute(db);
  return { people: persons.map(({ text }) => text), cells: cells.map(({ cell }) => cell) };
}

/** Lost: people of the undisturbed epoch who are missing; doubled: people too many. */
async function compare(place: Place, expected: Published) {
  const opened = await place.open();
  const found = await publishedAt(opened, siteId);
  const { rows } = await sql<{ twice: number }>`
    select (count(*) - count(distinct person_key))::int as twice
    from snapshot_person where site_id = ${siteId}`.execute(opened.db);
  await opened.close();
  const missing = new Map<string, number>();
  for (const text of expected.people) missing.set(text, (missing.get(text) ?? 0) + 1);
  for (const text of found.people) missing.set(text, (missing.get(text) ?? 0) - 1);
  const counts = [...missing.values()];
  const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
  const lost = sum(counts.filter((count) => count > 0));
  const tooMany = sum(counts.filter((count) => count < 0).map((count) => -count));
  // Noise decides at the edge which cells may be asked about; nearly all must be there.
  const cellsMissing = Math.max(0, expected.cells.length * 0.8 - found.cells.length);
  return { lost: lost + Math.ceil(cellsMissing), doubled: tooMany + (rows[0]?.twice ?? 0) };
}
