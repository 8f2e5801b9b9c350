import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@kannwas/api/db/migrate';
import { type Opened, openDatabase } from '@kannwas/api/db/open';
import { packedWords } from '@kannwas/api/languages/occupations/packed';
import { startPostgres } from '../support/databases.ts';
import { OwnProcess } from '../support/processes.ts';
import { limit, type Shown } from './rounds.ts';

const zips = [
  'ESCO dataset - v1.1.1 - classification - en - csv.zip',
  'ESCO dataset - v1.1.1 - classification -  - csv.zip',
];
const arabic = 'ESCO dataset - v1.0 - classification - ar - csv.zip';
const mapping = 'DE_mapping_18.05.22.csv';

/** The official lists at full size, on both databases: how long the import takes, its memory, what a phone then loads. */
export async function importLists(): Promise<Shown[]> {
  const reference = join(process.env.REFERENCE_DATA ?? '', 'esco');
  if (!process.env.REFERENCE_DATA || !existsSync(join(reference, zips[0] ?? ''))) {
    throw new Error(
      `REFERENCE_DATA is not set to a folder with the official files: esco/{${[...zips, arabic, mapping].join(', ')}}. They are not ours to ship; download them from esco.ec.europa.eu and arbeitsagentur.de.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-bench-import-'));
  const { server, url } = await startPostgres(join(folder, 'postgres'));
  try {
    await server.createDatabase('import');
    const postgres = { DATABASE_URL: `${url}/import`, DATA_FOLDER: folder };
    const pglite = { DATA_FOLDER: join(folder, 'data') };
    return [
      ...(await measure('postgres', reference, postgres)),
      ...(await measure('pglite', reference, pglite)),
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Environment = { DATA_FOLDER: string; DATABASE_URL?: string };

async function measure(engine: string, reference: string, environment: Environment): Promise<Shown[]> {
  const within = async <T>(work: (opened: Opened) => Promise<T>) => {
    const opened = await openDatabase({ DATABASE_URL: environment.DATABASE_URL, ...environment });
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  await within(({ db }) => migrate(db));
  const files = (names: readonly string[]) => names.map((name) => join(reference, name));
  const runs: Figures[] = [];
  for (let round = 0; round < 3; round++) {
    // Imported anew each time: what is in use already would be passed over.
    await within(({ db }) => db.deleteFrom('esco_part').execute());
    runs.push(await run(environment, ['esco', ...files(zips)]));
  }
  await run(environment, ['esco', ...files([arabic])]);
  await run(environment, ['kldb', ...files([mapping])]);
  const bytes = await within(async ({ db }) => {
    const wordsOf = packedWords(db);
    return Promise.all((['en', 'ar', 'de'] as const).map(async (one) => (await wordsOf(one)).brotli.length));
  });
  const about = { reference: 'fixed', target: 1, better: 'less' } as const;
  return [
    limit(
      { ...about, name: `import-esco-${engine}`, unit: 's' },
      runs.map(({ seconds }) => seconds),
      60,
    ),
    limit(
      { ...about, name: `import-esco-${engine}-memory`, unit: 'MiB' },
      runs.map(({ memory }) => memory),
      400,
    ),
    limit({ ...about, name: `import-esco-${engine}-words`, unit: 'bytes a language' }, bytes, 60_000),
  ];
}

type Figures = { seconds: number; memory: number };

/** As the operator does, with what package.json says to Node; the command itself tells time and memory. */
async function run(environment: Environment, args: string[]): Promise<Figures> {
  const house = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  const [, ...script] = String(house.scripts.import).split(' ');
  const [first = '', ...rest] = [...script, ...args];
  const started = new OwnProcess(first, environment, rest);
  if ((await started.ended(300_000)) !== 0) throw new Error(started.output);
  const [, seconds, memory] = /took ([\d.]+) s and at most (\d+) MiB/.exec(started.output) ?? [];
  return { seconds: Number(seconds), memory: Number(memory) };
}
