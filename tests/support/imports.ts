import { buildApp } from '@kannwas/api/app';
import { importLists } from '@kannwas/api/languages/esco/import';
import { escoSources, kldbSource } from '@kannwas/api/languages/esco/sources';
import { deriveSecrets } from '@kannwas/api/secrets';
import type { Language } from '@kannwas/schema/codes';
import { escoEndpoints } from '@kannwas/schema/esco';
import { sql } from 'kysely';
import { test as story } from 'vitest';
import { type Engine, type Instance, newInstance, settle } from './instances.ts';
import { request } from './newcomers.ts';
import { bodyOf, signIn } from './people.ts';
import { OwnProcess } from './processes.ts';

const task = 'apps/api/src/tasks/import.ts';

/** `test` for stories of imports: one town for all of a file, in which Carla works. */
export const test = story
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads in it what is needed, which is nothing.
  .extend('town', { scope: 'file' }, async ({}, { onCleanup }) => {
    const town = await newInstance(process.env.ENGINE as Engine);
    onCleanup(town.remove);
    await settle(town, 'carla');
    return town;
  })
  .extend('imports', { scope: 'file' }, ({ town }) => ({
    run: (...args: string[]) => runImport(town, ...args),
    take: (kind: 'esco' | 'kldb', file: string) => takeIn(town, kind, file),
    kept: () => keptOf(town),
  }));

/** Starts `pnpm run import` as an operator does. */
export const startImport = (town: Instance, args: string[]) => new OwnProcess(task, town.environment, args);

/** Runs `pnpm run import` as an operator does: its exit code, and what it printed. */
async function runImport(town: Instance, ...args: string[]) {
  const started = startImport(town, args);
  // On a busy machine the embedded database takes its time.
  return { code: await started.ended(150_000), output: started.output };
}

/** The same in this process, which is much quicker: what became of each list. Throws what the operator would read. */
async function takeIn(town: Instance, kind: 'esco' | 'kldb', file: string) {
  const sources = kind === 'esco' ? await escoSources([file]) : [await kldbSource(file)];
  const opened = await town.open();
  const nobodyWatches = { dryRun: false, onList: () => undefined, onProgress: () => undefined };
  return importLists(opened, sources, nobodyWatches).finally(() => opened.close());
}

/** The real application on what the town has kept. */
export async function serve(town: Instance) {
  const opened = await town.open();
  const secrets = deriveSecrets(Buffer.from(town.environment.SECRET_KEY ?? '', 'hex'));
  const config = { CORS_ORIGINS: [], PUBLIC_URL: undefined, TRUST_PROXY: false };
  const app = await buildApp({ opened, secrets, config });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await app.close();
    await opened.close();
  };
  return { url, close };
}

/** What phones get of a language, and what Carla gets for an occupation. */
export async function served(town: Instance, language: Language, occupation = '5120') {
  const server = await serve(town);
  const words = bodyOf(
    escoEndpoints.words,
    await request(server.url, escoEndpoints.words, { params: { language } }),
  );
  const skills = await request(
    server.url,
    escoEndpoints.skills,
    { params: { siteId: 'hettstedt', occupation }, querystring: { language } },
    await signIn(server.url, 'carla'),
  );
  await server.close();
  return { words: words.words, skills: bodyOf(escoEndpoints.skills, skills) };
}

/** Everything that is kept of the imported lists, in one text. */
async function keptOf(town: Instance): Promise<string> {
  const { db, close } = await town.open();
  const tables = ['part', 'group', 'occupation', 'skill', 'label', 'relation', 'kldb'].map(
    (name) => `esco_${name}`,
  );
  const texts = tables.map(
    (table) =>
      sql`(select coalesce(string_agg(t::text, ' ' order by t::text), '') from ${sql.table(table)} t)`,
  );
  const { rows } = await sql<{ text: string }>`select concat_ws(' ', ${sql.join(texts)}) as text`.execute(db);
  await close();
  return rows[0]?.text ?? '';
}
