import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { richestOfDemo } from '@kannwas/api/demo/passport';
import { demoSite } from '@kannwas/api/demo/site';
import { composePaper } from '@kannwas/api/survey/passports/compose';
import { print } from '@kannwas/api/survey/passports/press';
import { languageCodes } from '@kannwas/schema/codes';
import { limit, type Shown } from './rounds.ts';

const firstAtMost = 2000;
const furtherAtMost = 50;
const rounds = 5;

/**
 * The first paper of a fresh process by the clock, and the work for each further one, over all languages and both forms, of
 * those in the demo who have most to show.
 */
export async function passports(): Promise<Shown[]> {
  const about = { unit: 'ms', reference: 'limit', target: 1, better: 'less' } as const;
  const first = Array.from({ length: rounds }, firstPaper);
  for (const language of languageCodes) await paperIn(language, 'long');
  const further: number[] = [];
  for (let round = 0; round < rounds; round++) further.push(await workForOne());
  return [
    limit({ name: 'passport-first', ...about }, first, firstAtMost),
    limit({ name: 'passport-further', ...about }, further, furtherAtMost),
  ];
}

const people = new Map(
  languageCodes.map((language) => [
    language,
    richestOfDemo(language).events.map((event) => ({ ...event, receivedAt: event.recordedAt })),
  ]),
);

const paperIn = async (language: (typeof languageCodes)[number], form: 'short' | 'long') => {
  const events = people.get(language) ?? [];
  const url = `https://kannwas.example/p/${language}`;
  return print(await composePaper({ site: demoSite, events, language, form, url, issuedAt: new Date() }));
};

/** Milliseconds of the processor for one paper, on average; what others do on this machine does not count. */
async function workForOne(): Promise<number> {
  const before = process.cpuUsage();
  for (const language of languageCodes) {
    await paperIn(language, 'short');
    await paperIn(language, 'long');
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (languageCodes.length * 2);
}

/** Starts the command that makes a paper, as an operator does, and takes the time until its file is there. */
function firstPaper(): number {
  const task = fileURLToPath(new URL('../../apps/api/src/tasks/passport.ts', import.meta.url));
  const wanted = ['--demo', '--language', 'ar', '--out', '/dev/null'];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [task, ...wanted], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}
