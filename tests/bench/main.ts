import { firstPage, firstQuestion } from './pages/first-page.ts';
import { type Shown, tableLine } from './rounds.ts';
import { answerSave, answerSaveEmbedded, syncBatch } from './save/answer-save.ts';

/** What is measured, by name; each against a limit or a peer in the same run. */
const benches: Record<string, () => Promise<Shown[]>> = {
  'answer-save': answerSave,
  'answer-save-embedded': answerSaveEmbedded,
  'sync-batch': syncBatch,
  'first-page': firstPage,
  'first-question': firstQuestion,
};

const json = process.argv.includes('--json');
const [wanted] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = wanted ? Object.keys(benches).filter((name) => name === wanted) : Object.keys(benches);
if (chosen.length === 0)
  throw new Error(`There is no such bench. There are: ${Object.keys(benches).join(', ')}`);

const metrics: Shown[] = [];
let broken = false;
for (const name of chosen) {
  try {
    for (const measured of (await benches[name]?.()) ?? []) {
      metrics.push(measured);
      console.log(tableLine(measured));
    }
  } catch (error) {
    broken = true;
    console.log(`MISS  ${name}: ${error instanceof Error ? error.stack : error}`);
  }
}
if (json) {
  const plain = metrics.map(({ ours: _, theirs: __, ratios: ___, better: ____, ...rest }) => rest);
  console.log(JSON.stringify({ metrics: plain }));
}
process.exit(broken || metrics.some(({ pass }) => !pass) ? 1 : 0);
