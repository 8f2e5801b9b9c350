import { setTimeout as sleep } from 'node:timers/promises';
import { makeAuth } from '@kannwas/api/accounts/auth';
import { createStaff } from '@kannwas/api/accounts/store';
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
const people = 2_500;

/**
 * Kills the server again and again while it publishes, and lets it go on. Until it is done nobody may see anything of the
 * epoch; then it must hold the same people, with the same facts mixed, as one that is published after it without being
 * disturbed, and every answer of that one must stand since the first: nobody changed, so a new one was missing before.
 */
export async function killedPublication(engine: Engine, most: number): Promise<Outcome> {
  return at(engine, async (place) => {
    await settle(place);
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
    const { tried, lost, doubled } = await compareWithNext(place);
    const pass = seen === 0 && tried > 0 && lost === 0 && doubled === 0 && kills > 0 && total !== null;
    const note = `${kills} kills, seen half-done ${seen} times, ${people} people`;
    return { name: `killed-publication-${engine}`, tried, lost, doubled, pass, note };
  });
}

/** What an employer sees meanwhile: nothing, or the whole when it was done first; undefined when the server died. */
async function askInBetween(url: string, session: Record<string, string>) {
  const reply = await ask(url, session).catch(() => undefined);
  if (reply?.status !== 200) return undefined;
  return bodyOf(poolEndpoints.ask, reply).total;
}

const secretsOf = ({ environment }: Place) => deriveSecrets(Buffer.from(environment.SECRET_KEY ?? '', 'hex'));

/** Who answered, and somebody who publishes. */
async function settle(place: Place): Promise<void> {
  const { db, close } = await place.open();
  const auth = makeAuth(db, secretsOf(place), { PUBLIC_URL: undefined });
  await createStaff(db, auth, { ...staff.ines, plays: [{ siteId, role: 'coordinator' }] });
  const districts = [
    ['mitte', 3],
    ['nord', 2],
  ] as const;
  await saveSite(db, {
    ...elsewhere,
    id: siteId,
    districts: districts.map(([code]) => ({ code, name: code })),
  });
  await savePopulation(db, { siteId, people, seed: 'killed', districts, caseWorker: null });
  await close();
}

/** Publishes once more, undisturbed. Lost: people and answers that are in the next epoch only; doubled: people too many. */
async function compareWithNext(place: Place): Promise<Pick<Outcome, 'tried' | 'lost' | 'doubled'>> {
  const opened = await place.open();
  const secrets = secretsOf(place);
  const limits = { days: 0, daysAfterChanges: 0, changes: 0 };
  const next = await publishUndisturbed({ opened, secrets, rulesOf: makeRulesOf(secrets), limits }, siteId);
  const first = next.epoch - 1;
  const { rows } = await sql<{ tried: number; missing: number; surplus: number; made: number }>`
    with one as (
      select epoch, (to_jsonb(person) - 'epoch' - 'record_key')::text as person
      from snapshot_person as person where site_id = ${siteId}
    ), before as (select person from one where epoch = ${first}), after as (select person from one where epoch = ${next.epoch})
    select (select count(*)::int from after) as tried,
      (select count(*)::int from (select * from after except all select * from before) as missing) as missing,
      (select count(*)::int from (select * from before except all select * from after) as surplus) as surplus,
      (select count(*)::int from published_cell
        where site_id = ${siteId} and epoch = ${next.epoch} and base_epoch <> ${first}) as made`.execute(
    opened.db,
  );
  await opened.close();
  const [{ tried, missing, surplus, made } = { tried: 0, missing: 0, surplus: 0, made: 0 }] = rows;
  return { tried, lost: missing + made, doubled: surplus };
}
