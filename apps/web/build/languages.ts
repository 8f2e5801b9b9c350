import { parseArgs } from 'node:util';
import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { statesOf, writeStates } from './languages/states.ts';
import { summaryOf } from './languages/summary.ts';

const usage = `pnpm languages [--json]                     how far each language is
pnpm languages --outdated ar                what has to be looked at again, one key a line
pnpm languages --translated ar [survey.]    these texts follow the present English (made by a machine)
pnpm languages --reviewed ar [survey.]      a native speaker has read these texts`;

/** `pnpm languages`: the state of every text of every language. */
function main(): void {
  const { values, positionals } = options();
  const marked = values.translated ?? values.reviewed;
  const [prefix = ''] = positionals;
  if (values.outdated !== undefined) {
    const states = statesOf(known(values.outdated));
    for (const [key, state] of states) if (state === 'outdated') process.stdout.write(`${key}\n`);
  } else if (marked !== undefined) {
    const state = values.reviewed === undefined ? 'machine' : 'reviewed';
    const written = writeStates(known(marked), state, (key) => key.startsWith(prefix));
    process.stdout.write(`${written} texts of ${marked} are now ${state}.\n`);
  } else {
    const lines = languageCodes.map(summaryOf);
    if (values.json) process.stdout.write(`${JSON.stringify({ languages: lines })}\n`);
    else console.table(lines);
  }
}

/** @throws Error with the languages there are */
function known(code: string): Language {
  const found = languageCodes.find((language) => language === code);
  if (!found) throw new Error(`${code} is none of ${Object.keys(languages).join(', ')}.`);
  return found;
}

/** @throws Error with the usage */
function options() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, outdated: text, translated: text, reviewed: text },
    });
  } catch {
    throw new Error(usage);
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
