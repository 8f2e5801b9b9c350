import { importLists } from './import.ts';
import { firstPage, firstQuestion, nextPages } from './pages/first-page.ts';
import { passports } from './passport.ts';
import { poolTables } from './pool/pool-tables.ts';
import { publishMillion } from './pool/publish.ts';
import { type Metric, type Shown, tableLine } from './rounds.ts';
import { answerSave, answerSaveEmbedded, syncBatch } from './save/answer-save.ts';
import { occupationSearch } from './search.ts';

/** What is measured, by name; each against a limit or a peer in the same run. */
const benches: Record<string, () => Promise<Shown[]>> = {
  'answer-save': answerSave,
  'answer-save-embedded': answerSaveEmbedded,
  'sync-batch': syncBatch,
  'first-page': firstPage,
  'first-question': firstQuestion,
  'next-pages': nextPages,
  'occupation-search': occupationSearch,
  passport: passports,
  pool: poolTables,
  publish: publishMillion,
  import: importLists,
};

const json = process.argv.includes('--json');
const [wanted] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = wanted ? Object.keys(benches).filter((name) => name === wanted) : Object.keys(benches);
if (chosen.length === 0)
  throw new Error(`There is no such bench. There are: ${Object.keys(benches).join(', ')}`);

const metrics: Metric[] = [];
for (const name of chosen) {
  try {
    for (const measured of (await benches[name]?.()) ?? []) {
      const { ours: _, theirs: __, ratios: ___, better: ____, ...plain } = measured;
      metrics.push(plain);
      console.log(tableLine(measured));
    }
  } catch (error) {
    // What could not be measured is missed, and stands in the list as such.
    metrics.push({ name, value: 0, unit: '', reference: 'not measured', ratio: 0, target: 0, pass: false });
    const lines = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n');
    console.log(`MISS  ${name}: ${[...lines.slice(0, 2), ...lines.slice(2).slice(-15)].join('\n')}`);
  }
}
if (json) console.log(JSON.stringify({ metrics }));
process.exit(metrics.every(({ pass }) => pass) ? 0 : 1);
