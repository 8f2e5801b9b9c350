import { fileURLToPath } from 'node:url';
import { buildApp } from '@kannwas/api/app';
import { servePages } from '@kannwas/api/http/pages';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { checkPassport } from '@kannwas/api/survey/passports/store';
import { test } from 'vitest';
import { hettstedt, openTestDatabase } from '../support/app.ts';
import { openBrowser } from './browser.ts';

/** The pages as they were built. */
export const built = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** `test` for stories that newcomers play on their phones: one town and one browser for all of a file. */
export const storiesInTown = (...browserFlags: string[]) =>
  test
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads in it what is needed, which is nothing.
    .extend('town', { scope: 'file' }, async ({}, { onCleanup }) => {
      const town = await startTown();
      onCleanup(town.close);
      return town;
    })
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads in it what is needed, which is nothing.
    .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
      const { browser, close } = await openBrowser(browserFlags);
      onCleanup(close);
      return browser;
    });

/** One town with the real application and its built pages, on a database of its own and a free port. */
async function startTown() {
  const opened = await openTestDatabase();
  const { db, close: closeDatabase } = opened;
  await saveSite(db, { ...hettstedt, demo: true });
  const config = { CORS_ORIGINS: [], PUBLIC_URL: undefined, TRUST_PROXY: false };
  const serve = async (folder: string, port: number) => {
    const app = await buildApp({ opened, secrets: deriveSecrets(Buffer.alloc(32, 7)), config });
    await servePages(app, folder, (token) => checkPassport(db, token));
    return { app, url: await app.listen({ port, host: '127.0.0.1' }) };
  };
  let running = await serve(built, 0);
  const { url } = running;
  return {
    db,
    url,
    /** There is no way to the server, whatever browsers believe about their network. */
    down: () => running.app.close(),
    /** The server is there again, under the same address, with these pages. */
    up: async (folder = built) => {
      running = await serve(folder, Number(new URL(url).port));
    },
    close: async () => {
      await running.app.close();
      await closeDatabase();
    },
  };
}

export type Town = Awaited<ReturnType<typeof startTown>>;
