import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { type AppOptions, buildApp } from '@kannwas/api/app';
import { type Opened, openPglite, openPostgres } from '@kannwas/api/db/open';
import { servePages } from '@kannwas/api/http/pages';
import { limits as usualLimits } from '@kannwas/api/limits';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { checkPassport } from '@kannwas/api/survey/passports/store';
import type { Site } from '@kannwas/schema/sites';
import pg from 'pg';
import { inject } from 'vitest';

export const hettstedt: Site = {
  id: 'hettstedt',
  name: 'Hettstedt und Mansfeld-Südharz',
  demo: false,
  languages: ['de', 'en', 'ar', 'uk'],
  districts: [
    { code: '15087220', name: 'Hettstedt' },
    { code: '15087130', name: 'Lutherstadt Eisleben' },
    { code: '15087370', name: 'Sangerhausen' },
  ],
};

export const elsewhere: Site = {
  ...hettstedt,
  id: 'elsewhere',
  name: 'Anderswo',
  districts: [{ code: 'mitte', name: 'Mitte' }],
};

/** An empty, migrated database of the engine under test, as each test file gets its own. */
export async function openTestDatabase(): Promise<Opened> {
  if (process.env.ENGINE !== 'postgres') {
    const dump = new Blob([await readFile(inject('pglite'))]);
    return openPglite(await PGlite.create({ loadDataDir: dump }));
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = inject('postgres');
  const maintenance = new pg.Client({ connectionString: `${url}/postgres` });
  await maintenance.connect();
  await maintenance.query(`create database ${name} template template_kannwas`);
  await maintenance.end();
  return openPostgres(`${url}/${name}`);
}

const built = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** The real application with two sites on a database of its own, listening on a free port; with its pages if wanted. */
export async function startApp({
  pages = false,
  limits = usualLimits,
  ...options
}: Partial<AppOptions> & { pages?: boolean } = {}) {
  const opened = await openTestDatabase();
  const { db, engine, close: closeDatabase } = opened;
  const secrets = deriveSecrets(Buffer.alloc(32, 7));
  await saveSite(db, hettstedt);
  await saveSite(db, elsewhere);
  const config = { CORS_ORIGINS: [], PUBLIC_URL: undefined, TRUST_PROXY: false };
  const app = await buildApp({
    opened,
    secrets,
    config,
    // Test, program, and embedded database share one process here: what the test does is no load of the program.
    limits: { ...limits, delay: 0 },
    ...options,
  });
  if (pages) await servePages(app, built, (token) => checkPassport(db, token));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await app.close();
    await closeDatabase();
  };
  return { app, opened, db, engine, secrets, url, close };
}

export type Running = Awaited<ReturnType<typeof startApp>>;
