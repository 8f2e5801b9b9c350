import { settings } from '../config.ts';
import { openReading } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { loggerOptions } from '../http/logger.ts';
import { makeEngine } from '../pool/engine/engine.ts';
import { buildPoolProcess } from '../pool/process/serve.ts';
import { makeRulesOf } from '../pool/rules.ts';
import { deriveSecrets } from '../secrets.ts';
import { stopOnSignals } from '../server.ts';

/**
 * `pnpm start:pool`: the pool as a process of its own, with a database role that reads published epochs and nothing else;
 * also on a copy of the database that follows it. The API finds it by POOL_URL.
 */
async function startPool(): Promise<void> {
  const config = settings();
  const url = config.POOL_DATABASE_URL ?? config.DATABASE_URL;
  if (!url) {
    throw new Error(
      'Set POOL_DATABASE_URL: an embedded database belongs to one process, which answers for the pool too.',
    );
  }
  if (!config.SECRET_KEY) throw new Error('Set SECRET_KEY to that of the API: noise and answers hang on it.');
  const secrets = deriveSecrets(Buffer.from(config.SECRET_KEY, 'hex'));
  const reading = openReading(url);
  const engine = makeEngine({ reading, rulesOf: makeRulesOf(secrets) });
  const app = buildPoolProcess({ engine, db: reading.db, secrets, logger: loggerOptions(config.LOG_LEVEL) });
  const address = await app.listen({ port: config.PORT, host: config.HOST });
  stopOnSignals(async () => {
    await app.close();
    await reading.close();
  });
  process.stdout.write(`The pool answers the API at ${address}\n`);
}

startPool().catch(failClearly);
