import { oldestBase } from '@kannwas/disclosure/carry';
import type { Epoch, Progress } from '@kannwas/schema/snapshots';
import type { Tx } from '../db/database.ts';
import type { Opened } from '../db/open.ts';
import type { PublishingLimits } from '../limits.ts';
import { cellsOfEpoch } from '../pool/engine/cells.ts';
import type { RulesOf } from '../pool/rules.ts';
import { ProblemError } from '../problem.ts';
import type { Secrets } from '../secrets.ts';
import { getSite } from '../sites/store.ts';
import { countSubmitted, listChanged, listSubmitted, mostChanged } from '../survey/store.ts';
import { saveCells } from './cells/store.ts';
import { deleteErasedWaiting, lockEpochs } from './erased/store.ts';
import { forgetErased, forgetLeavers, forgetPeople } from './forget.ts';
import {
  countWaiting,
  deletePeopleBefore,
  namesIn,
  replaceWaiting,
  saveWaiting,
  writeEpoch,
} from './people/store.ts';
import { layOutPlaces } from './places.ts';
import { coarsen } from './release.ts';
import {
  findLastEpoch,
  findPublication,
  finishPublication,
  listPlaces,
  notePublication,
  type Publication,
  startPublication,
} from './store.ts';

/** What publishing works with. */
export type Press = {
  opened: Pick<Opened, 'db' | 'copyOut' | 'hold' | 'isHeld'>;
  secrets: Secrets;
  rulesOf: RulesOf;
  limits: PublishingLimits;
};

/** So many people are in memory at a time, however many there are. */
const batchSize = 1000;

/**
 * Publishes the next epoch: everybody who handed in and consented, coarsened, without a way back. One that was
 * interrupted goes on where it stopped. Until the last step nobody sees anything of it.
 * @throws ProblemError notFound, publishRunning, publishTooEarly
 */
export async function publish(press: Press, siteId: string): Promise<Epoch> {
  const letGo = await press.opened.hold(holdOf(siteId));
  if (!letGo) throw new ProblemError('publishRunning');
  try {
    return await publishAlone(press, siteId);
  } finally {
    await letGo();
  }
}

const holdOf = (siteId: string) => `publish ${siteId}`;

/** How far the publication has come that is under way now. */
export async function progressOf({ opened }: Press, siteId: string): Promise<Progress | null> {
  if (!(await opened.isHeld(holdOf(siteId)))) return null;
  const running = await findPublication(opened.db, siteId);
  return { done: running?.done ?? 0, of: running?.expected ?? 0 };
}

async function publishAlone(press: Press, siteId: string): Promise<Epoch> {
  const { opened, secrets } = press;
  const { db } = opened;
  const publication = (await findPublication(db, siteId)) ?? (await start(press, siteId));
  const { epoch } = publication;
  if (!publication.isRead) {
    await readEverybody(press, siteId, publication);
    await db.transaction().execute((tx) => write(tx, press, siteId, publication));
  }
  const means = { reading: opened, rulesOf: press.rulesOf };
  for await (const rows of cellsOfEpoch(means, siteId, epoch)) await saveCells(db, siteId, epoch, rows);
  return db.transaction().execute(async (tx) => {
    // Whoever withdrew while the cells were answered, and whoever left since earlier epochs.
    const withdrew = (await readChanged(tx, press, siteId, publication)).filter(({ released }) => !released);
    const ids = withdrew.map(({ responseId }) => responseId);
    await forgetPeople(tx, secrets, siteId, ids);
    await forgetErased(tx, { siteId, epoch });
    await forgetLeavers(tx, siteId, epoch);
    await deletePeopleBefore(tx, siteId, epoch - oldestBase);
    return finishPublication(tx, siteId, epoch);
  });
}

async function start({ opened: { db }, limits }: Press, siteId: string): Promise<Publication> {
  const { demo } = await getSite(db, siteId);
  const last = await findLastEpoch(db, siteId);
  // In a demo nobody can be found, and whoever tries it out should see it work.
  if (last && !demo) {
    const days = (Date.now() - Date.parse(last.publishedAt)) / 86_400_000;
    const enough =
      days >= limits.days ||
      (days >= limits.daysAfterChanges &&
        (await mostChanged(db, siteId, new Date(last.publishedAt))) >= limits.changes);
    if (!enough) throw new ProblemError('publishTooEarly');
  }
  await startPublication(db, siteId, await countSubmitted(db, siteId));
  const started = await findPublication(db, siteId);
  if (!started) throw new Error('A publication that was just begun is not there.');
  return started;
}

/** Reads everybody, a batch and the note of how far it came in one transaction. */
async function readEverybody(press: Press, siteId: string, publication: Publication): Promise<void> {
  const { db } = press.opened;
  const { epoch } = publication;
  const release = await releaser(press, siteId, publication);
  const names = namesIn(press.secrets, siteId, epoch);
  const after = (id: string | null) => listSubmitted(db, siteId, batchSize, id ?? undefined);
  let { readTo, done } = publication;
  for (let reading = after(readTo); ; ) {
    const responses = await reading;
    if (responses.length === 0) return;
    readTo = responses.at(-1)?.responseId ?? readTo;
    done += responses.length;
    // While these are written, the next are read.
    reading = after(readTo);
    const writing = db.transaction().execute(async (tx) => {
      await saveWaiting(tx, { siteId, epoch }, responses.map(release), names);
      await notePublication(tx, siteId, { readTo, done });
    });
    await Promise.all([writing, reading]);
  }
}

/** Makes the epoch of those who wait, as they are now: reading took a while. */
async function write(tx: Tx, press: Press, siteId: string, publication: Publication): Promise<void> {
  const of = { siteId, epoch: publication.epoch };
  const names = namesIn(press.secrets, siteId, publication.epoch);
  await replaceWaiting(tx, of, await readChanged(tx, press, siteId, publication), names);
  await lockEpochs(tx, siteId);
  await deleteErasedWaiting(tx, siteId);
  const { districts } = await getSite(tx, siteId);
  const waiting = await countWaiting(
    tx,
    of,
    districts.map(({ code }) => code),
  );
  const last = await findLastEpoch(tx, siteId);
  const before = last ? await listPlaces(tx, siteId, last.epoch) : [];
  const { layers, leastOfPlace } = press.rulesOf(siteId, of.epoch);
  await writeEpoch(tx, of, layOutPlaces(waiting, leastOfPlace, before), layers);
  await notePublication(tx, siteId, { isRead: true });
}

/** Everybody whose answers changed since the publication began, as they are now. */
async function readChanged(tx: Tx, press: Press, siteId: string, publication: Publication) {
  const responses = await listChanged(tx, siteId, publication.startedAt);
  const release = await releaser({ ...press, opened: { ...press.opened, db: tx } }, siteId, publication);
  return responses.map(({ status, ...response }) =>
    status === 'submitted' ? release(response) : { responseId: response.responseId, released: undefined },
  );
}

type Submitted = Awaited<ReturnType<typeof listSubmitted>>[number];

/** How one response becomes what may be published of it. */
async function releaser({ opened: { db } }: Press, siteId: string, { startedAt }: Publication) {
  const { districts } = await getSite(db, siteId);
  const at = { year: startedAt.getFullYear(), districts: new Set(districts.map(({ code }) => code)) };
  return (response: Submitted) => ({
    responseId: response.responseId,
    released: coarsen(response, at),
  });
}
