import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { makeAuth } from '@kannwas/api/accounts/auth';
import { createStaff } from '@kannwas/api/accounts/store';
import { migrate } from '@kannwas/api/db/migrate';
import { openDatabase } from '@kannwas/api/db/open';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import pg from 'pg';
import { inject } from 'vitest';
import { hettstedt } from './app.ts';
import { type StaffName, staff } from './people.ts';

export type Engine = 'pglite' | 'postgres';

/** What an operator sets up: a place for the data and a secret key, with nothing in it yet. @param server where to make a database */
export async function newInstance(
  engine: Engine,
  SECRET_KEY = randomBytes(32).toString('hex'),
  server?: string,
) {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-instance-'));
  const environment: Record<string, string> = { SECRET_KEY, DATA_FOLDER: join(folder, 'data') };
  if (engine === 'postgres') environment.DATABASE_URL = await newDatabase(server ?? inject('postgres'));
  const { DATABASE_URL, DATA_FOLDER = '' } = environment;
  return {
    environment,
    folder,
    open: () => openDatabase({ DATABASE_URL, DATA_FOLDER }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export type Instance = Awaited<ReturnType<typeof newInstance>>;

async function newDatabase(url: string): Promise<string> {
  const name = `instance_${randomBytes(6).toString('hex')}`;
  const maintenance = new pg.Client({ connectionString: `${url}/postgres` });
  await maintenance.connect();
  await maintenance.query(`create database ${name}`);
  await maintenance.end();
  return `${url}/${name}`;
}

/** A migrated PGlite is copied in a second; making one anew takes several on a busy machine. */
async function copyTemplate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const loadDataDir = new Blob([await readFile(inject('pglite'))]);
  await (await PGlite.create(join(folder, 'pglite'), { loadDataDir })).close();
}

/** Brings an instance to the state in which a town begins: one site, and somebody who works for it. */
export async function settle({ open, environment }: Instance, ...names: StaffName[]): Promise<void> {
  if (!environment.DATABASE_URL) await copyTemplate(environment.DATA_FOLDER ?? '');
  const { db, close } = await open();
  await migrate(db);
  await saveSite(db, hettstedt);
  const secrets = deriveSecrets(Buffer.from(environment.SECRET_KEY ?? '', 'hex'));
  const auth = makeAuth(db, secrets, { PUBLIC_URL: undefined });
  for (const name of names) await createStaff(db, auth, staff[name]);
  await close();
}
