import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@kannwas/api/db/migrate';
import { type Opened, openEmbedded, openPostgres } from '@kannwas/api/db/open';
import { saveSite } from '@kannwas/api/sites/store';
import type { Site } from '@kannwas/schema/sites';
import { startPostgres } from '../support/databases.ts';
import { freePort, type OwnProcess, startServer } from '../support/processes.ts';

export type Engine = 'embedded' | 'postgres';

const site: Site = {
  id: 'hettstedt',
  name: 'Hettstedt',
  demo: false,
  languages: ['de', 'ar'],
  districts: [],
};

/** A data folder or a PostgreSQL of its own with one empty site, and the real server on it. */
export type Place = {
  engine: Engine;
  url: string;
  port: number;
  environment: Record<string, string>;
  /** Opens the database beside the server (PostgreSQL), or after it has ended (embedded). */
  open: () => Promise<Opened>;
  start: () => Promise<OwnProcess>;
};

/** A folder of the embedded database with the empty site; made once, since making one takes longer than copying it. */
let settled: Promise<string> | undefined;

async function settle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-faults-settled-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await found(await openEmbedded(folder));
  return folder;
}

async function found({ db, close }: Opened): Promise<void> {
  await migrate(db);
  await saveSite(db, site);
  await close();
}

/** Makes a place, lets something happen there, and leaves nothing of it behind. */
export async function at<T>(engine: Engine, happen: (place: Place) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-faults-'));
  const postgres = engine === 'postgres' ? await startPostgres(join(folder, 'postgres')) : undefined;
  const servers: OwnProcess[] = [];
  try {
    const port = await freePort();
    const environment = {
      DATA_FOLDER: join(folder, 'data'),
      SECRET_KEY: randomBytes(32).toString('hex'),
      // Each newcomer comes from an address of their own, so that the usual limits hold and do not get in the way.
      TRUST_PROXY: 'true',
      ...(postgres ? { DATABASE_URL: `${postgres.url}/postgres` } : {}),
    };
    const open = async () =>
      postgres ? openPostgres(`${postgres.url}/postgres`, 2) : openEmbedded(environment.DATA_FOLDER);
    if (postgres) await found(await open());
    else {
      settled ??= settle();
      await cp(await settled, environment.DATA_FOLDER, { recursive: true });
    }
    const start = async () => {
      const server = await startServer(port, environment);
      servers.push(server);
      return server;
    };
    return await happen({ engine, url: `http://127.0.0.1:${port}`, port, environment, open, start });
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    await postgres?.server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
