import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages } from '@kannwas/schema/codes';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statesOf, textsOf, writeStates } from '../../apps/web/build/languages/states.ts';

let folder: URL;
beforeEach(() => {
  folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'kannwas-texts-'))}/`);
  say('en', { heading: 'Hello', people_one: '{{count}} person', people_other: '{{count}} people' });
  say('ti', { heading: 'ሰላም', people_one: '{{count}} ሰብ', people_other: '{{count}} ሰባት' });
});
afterEach(() => rmSync(folder, { recursive: true }));

function say(language: string, texts: Record<string, string>): void {
  mkdirSync(new URL(language, folder), { recursive: true });
  writeFileSync(new URL(`${language}/survey.json`, folder), JSON.stringify(texts));
}
const everything = () => true;
const states = () => Object.fromEntries(statesOf('ti', folder));

test('a text that a machine made says so until a native speaker has read it', () => {
  writeStates('ti', 'machine', everything, folder);
  expect(states()).toEqual({ 'survey.heading': 'machine', 'survey.people': 'machine' });
  writeStates('ti', 'reviewed', (key) => key === 'survey.heading', folder);
  expect(states()).toEqual({ 'survey.heading': 'reviewed', 'survey.people': 'machine' });
});

test('a text is outdated as soon as the English it came from changes, in any of its plural forms', () => {
  writeStates('ti', 'reviewed', everything, folder);
  say('en', { heading: 'Hello', people_one: 'one person', people_other: '{{count}} people' });
  expect(states()).toEqual({ 'survey.heading': 'reviewed', 'survey.people': 'outdated' });
});

test('a machine never takes back what a person has read, unless the English changed', () => {
  writeStates('ti', 'reviewed', everything, folder);
  writeStates('ti', 'machine', everything, folder);
  expect(states()).toEqual({ 'survey.heading': 'reviewed', 'survey.people': 'reviewed' });
  say('en', { heading: 'Welcome', people_one: '{{count}} person', people_other: '{{count}} people' });
  writeStates('ti', 'machine', everything, folder);
  expect(states()).toEqual({ 'survey.heading': 'machine', 'survey.people': 'reviewed' });
});

test.each(Object.keys(languages).filter((language) => language !== 'en'))(
  'no text of %s is older than the English it says the same as',
  (language) => {
    const outdated = [...statesOf(language)].filter(([, state]) => state === 'outdated');
    expect(outdated).toEqual([]);
    expect(textsOf(language).size).toBeGreaterThan(0);
  },
);
