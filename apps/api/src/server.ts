import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { type Config, settings } from './config.ts';
import { requireSameKey } from './db/key-check.ts';
import { migrate } from './db/migrate.ts';
import { type Opened, openDatabase, openReading } from './db/open.ts';
import { failClearly } from './fail.ts';
import { loggerOptions } from './http/logger.ts';
import { servePages } from './http/pages.ts';
import { makeEngine } from './pool/engine/engine.ts';
import { remoteEngine } from './pool/process/remote.ts';
import { makeRulesOf } from './pool/rules.ts';
import { fingerprintOf, readSecrets, type Secrets } from './secrets.ts';
import { checkPassport } from './survey/passports/store.ts';
import { keepEnding } from './survey/retention/keep.ts';

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** What is run once between opening the database and listening: the demo, for one. */
export type BeforeListening = (opened: Opened, secrets: Secrets) => Promise<void>;

/** Opens the database, brings it up to date, and serves API and web on one port until the process is asked to stop. */
export async function serve(config: Config, before: BeforeListening = async () => {}): Promise<string> {
  const opened = await openDatabase(config);
  try {
    await migrate(opened.db);
    const secrets = readSecrets(config.SECRET_KEY, config.DATA_FOLDER);
    await requireSameKey(opened.db, fingerprintOf(secrets));
    await before(opened, secrets);
    const pool = openPool(config, secrets);
    const app = await buildApp({
      opened,
      secrets,
      config,
      logger: loggerOptions(config.LOG_LEVEL),
      ...(pool ? { engine: pool.engine } : {}),
    });
    if (existsSync(webFolder)) await servePages(app, webFolder, (token) => checkPassport(opened.db, token));
    const stopEnding = keepEnding({ opened, secrets, now: () => new Date() }, (error) =>
      app.log.error({ type: error instanceof Error ? error.name : typeof error }, 'retention'),
    );
    const url = await app.listen({ port: config.PORT, host: config.HOST });
    stopOnSignals(async () => {
      // Requests that have begun are answered; then the database is closed, so that nothing is cut off. A browser would
      // hold its connection for another minute after its answer, so each is closed as soon as it is idle.
      const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
      stopEnding();
      await app.close();
      clearInterval(sweep);
      await Promise.all([opened.close(), pool?.close()]);
    });
    return url;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** What answers questions of the pool, where the settings name something else than this process and its database. */
function openPool({ POOL_URL, POOL_DATABASE_URL }: Config, secrets: Secrets) {
  if (POOL_URL) return { engine: remoteEngine(POOL_URL, secrets), close: async () => {} };
  if (!POOL_DATABASE_URL) return undefined;
  const reading = openReading(POOL_DATABASE_URL);
  return { engine: makeEngine({ reading, rulesOf: makeRulesOf(secrets) }), close: reading.close };
}

/** Stops once, when the process is asked to. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

if (import.meta.main) {
  Promise.resolve()
    .then(() => serve(settings()))
    .catch(failClearly);
}
