import type { Language } from '@kannwas/schema/codes';
import { escoEndpoints } from '@kannwas/schema/esco';
import { sql } from 'kysely';
import type { Instance } from './instances.ts';
import { request } from './newcomers.ts';
import { bodyOf, signIn } from './people.ts';
import { freePort, OwnProcess, startServer } from './processes.ts';

const task = 'apps/api/src/tasks/import.ts';

/** Starts `pnpm run import` as an operator does. */
export const startImport = (town: Instance, args: string[]) => new OwnProcess(task, town.environment, args);

/** Runs `pnpm run import` as an operator does: its exit code, and what it printed. */
export async function runImport(town: Instance, ...args: string[]) {
  const started = startImport(town, args);
  return { code: await started.ended(), output: started.output };
}

/** What phones get of a language, and what Carla gets for an occupation, from the real server. */
export async function served(town: Instance, language: Language, occupation = '5120') {
  const server = await startServer(await freePort(), town.environment);
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
  await server.kill('SIGTERM');
  return { words: words.words, skills: bodyOf(escoEndpoints.skills, skills) };
}

/** Everything that is kept of the imported lists, in one text. */
export async function keptOf(town: Instance): Promise<string> {
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
