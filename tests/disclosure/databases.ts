import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '@kannwas/api/db/migrate';
import { type Opened, openPglite, openPostgres } from '@kannwas/api/db/open';
import { startPostgres, withoutDisk } from '../support/databases.ts';

/** Where the instances under attack keep their data: each has a migrated database of its own. */
export type Databases = { open: () => Promise<Opened>; close: () => Promise<void> };

let dumped: Promise<Blob> | undefined;

/** Embedded databases: there at once, and gone with the process. */
export const embedded: Databases = {
  open: async () => {
    dumped ??= dumpOfMigrated();
    return openPglite(await PGlite.create({ loadDataDir: await dumped }));
  },
  close: async () => {},
};

async function dumpOfMigrated(): Promise<Blob> {
  const pglite = await PGlite.create();
  const { db, close } = await openPglite(pglite);
  await migrate(db);
  const dump = await pglite.dumpDataDir('none');
  await close();
  return dump;
}

/** Databases of a real PostgreSQL, which starts with the first of them: for a long run, which it shortens by a sixth. */
export function ofServer(): Databases {
  let starting: ReturnType<typeof start> | undefined;
  return {
    open: async () => {
      starting ??= start();
      const { server, url } = await starting;
      const name = `attacked_${randomBytes(6).toString('hex')}`;
      await server.createDatabase(name);
      const opened = openPostgres(`${url}/${name}`);
      await migrate(opened.db);
      return opened;
    },
    close: async () => {
      const started = await starting;
      await started?.server.stop();
      if (started) await rm(started.folder, { recursive: true, force: true });
    },
  };
}

async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-attack-'));
  return { folder, ...(await startPostgres(join(folder, 'postgres'), withoutDisk)) };
}
