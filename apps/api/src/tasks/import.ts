import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { importLists, type Outcome } from '../languages/esco/import.ts';
import { escoSources, kldbSource, type Source } from '../languages/esco/sources.ts';

const usage = `pnpm run import esco ZIP… [--dry-run]    the zips "classification · csv" of esco.ec.europa.eu, of any language
pnpm run import kldb CSV [--dry-run]     the way from ESCO to the KldB 2010, of the Bundesagentur für Arbeit`;

/** What can be imported, by the word for it. */
const kinds: Readonly<Record<string, (files: string[]) => Promise<Source[]>>> = {
  esco: escoSources,
  kldb: ([file = '']) => Promise.all([kldbSource(file)]),
};

/**
 * `pnpm run import`: takes in official lists. PostgreSQL: any time; the embedded database: stop Kannwas first. The script in
 * package.json lets Node compile the embedded database, which is WebAssembly, without optimising it, and collect its garbage
 * early: otherwise this work of seconds takes 300 MiB more.
 */
async function importFiles(): Promise<void> {
  const { sourcesOf, files, dryRun } = wishes();
  const begun = performance.now();
  const sources = await sourcesOf(files);
  const opened = await openDatabase(readConfig(process.env));
  const bar = new SingleBar(
    { format: '{bar} {percentage} % · {eta_formatted} left', hideCursor: true },
    Presets.shades_classic,
  );
  try {
    await migrate(opened.db);
    bar.start(1, 0);
    const onProgress = (done: number, total: number) => {
      bar.setTotal(total);
      bar.update(done);
    };
    // Where nobody watches a bar, a log says how far it came.
    const onList = ({ name }: Source) => void (process.stdout.isTTY || say(`Reading ${name} …`));
    const outcomes = await importLists(opened, sources, { dryRun, onList, onProgress });
    bar.stop();
    for (const outcome of outcomes) say(sentenceFor(outcome));
    say(conclusion(outcomes, dryRun));
    const { maxRSS } = process.resourceUsage();
    const seconds = (performance.now() - begun) / 1000;
    say(`This took ${seconds.toFixed(1)} s and at most ${Math.round(maxRSS / 1024)} MiB of memory.`);
  } finally {
    bar.stop();
    await opened.close();
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const number = new Intl.NumberFormat('en');

function sentenceFor({ source, verdict, rows, leftOut, continuedAfter, difference, unknown }: Outcome) {
  const { name, version } = source;
  const what = version ? `${name} (version ${version})` : name;
  if (verdict === 'in-use') return `${what}: this very file is in use already.`;
  if (verdict === 'older') return `${what}: not needed, a newer version is in use.`;
  const { fresh, changed, same, gone } = difference;
  const parts = [
    `${number.format(rows)} rows: ${number.format(fresh)} new, ${number.format(changed)} changed, ${number.format(same)} the same, ${number.format(gone)} gone`,
    continuedAfter > 0 && `went on after row ${number.format(continuedAfter)}`,
    leftOut > 0 && `${number.format(leftOut)} rows left out (withdrawn, or leading to no code)`,
    unknown > 0 && `${number.format(unknown)} rows name an occupation that is in no list, and have no effect`,
  ];
  return `${what}: ${parts.filter((part) => part !== false).join('; ')}.`;
}

function conclusion(outcomes: readonly Outcome[], dryRun: boolean): string {
  if (dryRun) return 'A dry run: nothing was changed.';
  const imported = outcomes.filter(({ verdict }) => verdict === 'imported');
  return imported.length > 0 ? 'All of it is in use now.' : 'Nothing was to be done.';
}

/** @throws Error with the usage */
function wishes() {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2).filter((argument) => argument !== '--'),
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [kind = '', ...files] = positionals;
    const sourcesOf = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!sourcesOf || files.length === 0 || (kind === 'kldb' && files.length > 1)) throw new Error();
    return { sourcesOf, files, dryRun: values['dry-run'] };
  } catch {
    throw new Error(usage);
  }
}

importFiles().catch(failClearly);
