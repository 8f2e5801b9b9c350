import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { filesOf, textFolder, textsIn } from './files.ts';

/** Where a text stands: made by a machine, read by a native speaker, or older than the text it was translated from. */
export type State = 'machine' | 'reviewed' | 'outdated';

type Made = Exclude<State, 'outdated'>;

/** What is kept for each text: how it came about, and which source it was made from, such as `machine 3b20d757`. */
type Kept = Record<string, `${Made} ${string}`>;

const plural = /_(zero|one|two|few|many|other)$/;

/** The texts of a language by file and key, such as `survey.welcome.heading`; plural forms are one text. */
export function textsOf(language: string, folder = textFolder): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of filesOf(language, folder)) {
    for (const [key, text] of textsIn(language, file, folder)) {
      const whole = `${file}.${key}`.replace(plural, '');
      texts.set(whole, `${texts.get(whole) ?? ''}${text}`);
    }
  }
  return texts;
}

/** The states of all texts of a language, against the English source as it is now. */
export function statesOf(language: string, folder = textFolder): Map<string, State> {
  const source = textsOf('en', folder);
  const kept = readStates(language, folder);
  const states = new Map<string, State>();
  for (const key of textsOf(language, folder).keys()) {
    const [made, seen] = split(kept[key]);
    states.set(key, seen === undefined || seen === hashOf(source.get(key)) ? made : 'outdated');
  }
  return states;
}

/**
 * Writes down that texts now follow the present source: translated by a machine, or read by a native speaker.
 * What was reviewed and has not changed stays reviewed: a machine never takes back what a person said.
 */
export function writeStates(
  language: string,
  made: Made,
  isMeant: (key: string) => boolean,
  folder = textFolder,
): number {
  const source = textsOf('en', folder);
  const kept = readStates(language, folder);
  const next: Kept = {};
  let written = 0;
  for (const key of textsOf(language, folder).keys()) {
    const before = kept[key];
    const hash = hashOf(source.get(key));
    const stays = !isMeant(key) || (made === 'machine' && before === `reviewed ${hash}`);
    if (!stays) written++;
    const chosen = stays ? before : (`${made} ${hash}` as const);
    if (chosen) next[key] = chosen;
  }
  writeFileSync(new URL(`${language}/states.json`, folder), `${JSON.stringify(next, undefined, 2)}\n`);
  return written;
}

/** A text that nobody wrote anything down for came from a machine. */
function split(kept: Kept[string] | undefined): [Made, string | undefined] {
  const [made, source] = kept?.split(' ') ?? [];
  return [made === 'reviewed' ? 'reviewed' : 'machine', source];
}

function readStates(language: string, folder: URL): Kept {
  const file = new URL(`${language}/states.json`, folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Short, because it only has to change when the text does. */
const hashOf = (text = '') => createHash('sha256').update(text).digest('hex').slice(0, 8);
