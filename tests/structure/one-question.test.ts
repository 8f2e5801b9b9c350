import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyHouse, wholeHouse } from './house-copy.ts';

/** Where the compiler sends somebody who asks a new question, and what has to be said there. */
const places: Record<string, [after: RegExp, text: string]> = {
  'packages/schema/src/survey/pages.ts': [
    /ask: \['experienceCountry'\].*\n/,
    "  { id: 'first-aid-course', chapter: 'work', ask: ['firstAidCourse'] },\n",
  ],
  'apps/api/src/snapshots/release.ts': [/experienceLastYear: .*\n/, "  firstAidCourse: 'never',\n"],
  'packages/catalogue/src/languages/en/survey.json': [
    /"questions": \{\n/,
    `"firstAidCourse": {
      "label": "Have you done a first-aid course?",
      "options": { "yes": "Yes", "no": "No", "unsure": "I am not sure" }
    },\n`,
  ],
};

let house: Awaited<ReturnType<typeof copyHouse>>;
beforeAll(async () => {
  house = await copyHouse();
  await add('packages/schema/src/survey/questions/work.ts', [
    /experienceLastYear: Year,\n/,
    "  firstAidCourse: z.enum(['yes', 'no', 'unsure']),\n",
  ]);
});
afterAll(() => house.remove());

async function add(file: string, [after, text]: [RegExp, string]): Promise<void> {
  const before = await readFile(join(house.folder, file), 'utf8');
  const added = before.replace(after, (line) => line + text);
  expect(added, `${file} has no place ${after}`).not.toBe(before);
  await house.write(file, added.trimEnd());
}

/** What the compiler says about the whole house: file and message, each once. */
async function complaints(): Promise<string[]> {
  const said = new Set<string>();
  for (const part of wholeHouse) {
    const output = await house.run('tsc', '--project', part, '--pretty', 'false');
    for (const [, file, message] of output.matchAll(/^(\S+)\(\d+,\d+\): error TS\d+: (.*)$/gm))
      said.add(`${file}: ${message}`);
  }
  return [...said].toSorted();
}

const filesOf = (said: string[]) => [...new Set(said.map((complaint) => complaint.split(': ', 1)[0]))];

test('adding a question costs four files, and the compiler names three of them', async () => {
  const said = await complaints();
  const threeFiles = [
    'apps/api/src/snapshots/release.ts',
    // This one holds the texts in survey.json to the questions.
    'apps/web/src/survey/texts.ts',
    'packages/schema/src/survey/pages.ts',
  ];
  expect(filesOf(said)).toEqual(threeFiles);
  // And each says which question it is about.
  expect(filesOf(said.filter((complaint) => complaint.includes('firstAidCourse')))).toEqual(threeFiles);

  for (const [file, what] of Object.entries(places)) await add(file, what);
  expect(await complaints()).toEqual([]);
}, 480_000);
