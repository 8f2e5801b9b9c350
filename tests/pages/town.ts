import { fileURLToPath } from 'node:url';
import { buildApp } from '@kannwas/api/app';
import { servePages } from '@kannwas/api/http/pages';
import { deriveSecrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { hettstedt, openTestDatabase } from '../support/app.ts';

const built = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** One town with the real application and its built pages, on a database of its own and a free port. */
export async function startTown() {
  const opened = await openTestDatabase();
  const { db, close: closeDatabase } = opened;
  await saveSite(db, { ...hettstedt, demo: true });
  const config = { CORS_ORIGINS: [], PUBLIC_URL: undefined, TRUST_PROXY: false };
  const app = await buildApp({ opened, secrets: deriveSecrets(Buffer.alloc(32, 7)), config });
  await servePages(app, built);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await app.close();
    await closeDatabase();
  };
  return { db, url, close };
}
