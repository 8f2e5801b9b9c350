import { parseArgs } from 'node:util';
import { texts as catalogue } from '@kannwas/catalogue/texts';
import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { newcomerRooms } from './languages/rooms.ts';
import { statesOf, textsOf, writeStates } from './languages/states.ts';

const usage = `pnpm languages [--json]                     how far each language is
pnpm languages --outdated ar                what has to be looked at again, one key a line
pnpm languages --translated ar [survey.]    these texts follow the present English (made by a machine)
pnpm languages --reviewed ar [survey.]      a native speaker has read these texts`;

/** One line of the table; `texts` counts English keys that newcomers meet. */
type Line = {
  code: Language;
  texts: number;
  missing: number;
  machine: number;
  reviewed: number;
  outdated: number;
  occupations: number;
};

const newcomers = (key: string) => newcomerRooms.some((room) => key.startsWith(`${room}.`));

async function lineOf(code: Language): Promise<Line> {
  const source = textsOf('en');
  const keys = [...source.keys()].filter(newcomers);
  const states = statesOf(code);
  const inState = (state: string) => keys.filter((key) => states.get(key) === state).length;
  const { default: occupations } = await catalogue[code].occupations();
  return {
    code,
    texts: keys.length,
    missing: keys.filter((key) => !states.has(key)).length,
    machine: inState('machine'),
    reviewed: inState('reviewed'),
    outdated: inState('outdated'),
    occupations: Object.keys(occupations).length,
  };
}

/** `pnpm languages`: the state of every text of every language. */
async function main(): Promise<void> {
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
    const lines = await Promise.all(languageCodes.map(lineOf));
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

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
