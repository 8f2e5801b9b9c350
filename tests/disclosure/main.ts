import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Compared, worstOf } from './compared.ts';
import { type Report, runLanes } from './lanes.ts';
import { figuresOf, lineOf, sideBySide, utilityLine } from './report.ts';
import { isRequired, judgedQuickly, type Result, summarise } from './result.ts';
import { suite } from './suite.ts';
import type { Utility } from './utility.ts';

const { values: options } = parseArgs({
  options: {
    /** Two minutes instead of twenty: fewer targets, so that only what clearly exceeds its target fails. */
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    /** How useful the numbers are, and nothing else. */
    utility: { type: 'boolean', default: false },
    /** Hands the figures to the public page about the method. */
    write: { type: 'boolean', default: false },
    /** Such as `T03,T10`; `compared` stands for the weaker mechanisms, `none` for what is in the files alone. */
    only: { type: 'string' },
    /** How many targets each attack has, and how many towns, where neither the full nor the quick number fits the time. */
    targets: { type: 'string' },
    /** Against the mechanism alone, without API and database; for `--only` T02, T03, T06, T07, T10, T12, T13, and T19. */
    memory: { type: 'boolean', default: false },
    towns: { type: 'string' },
    /** A file for what was found, and files that hold what was found before, with commas between them: a run in parts. */
    save: { type: 'string' },
    with: { type: 'string' },
  },
});

type Found = { results: Result[]; compared: Compared[] };

const everything = [...suite.map(({ id }) => id), ...(options.quick ? [] : ['compared'])];
const wanted = options.utility
  ? ['utility']
  : (options.only?.split(',').filter((id) => id !== 'none') ?? everything);
const results: Result[] = [];
const compared: Compared[] = [];
const utility: Utility[] = [];
/** As they were measured, without the leniency of a quick run. */
const strict: Result[] = [];
let broken = 0;

function take({ id, seconds, error, ...found }: Report): void {
  const measured = options.quick ? (found.results ?? []).map(judgedQuickly) : (found.results ?? []);
  results.push(...measured);
  strict.push(...(found.results ?? []));
  compared.push(...(found.compared ?? []));
  utility.push(...(found.utility ?? []));
  for (const result of measured) console.log(lineOf(result));
  for (const figure of found.utility ?? []) console.log(utilityLine(figure));
  if (error) {
    broken += 1;
    console.log(`FAIL  ${id.padEnd(4)} ${error}`);
  }
  console.log(`      ${id.padEnd(4)} ${seconds.toFixed(0)} s`);
  // After each attack: what was found stays, however the run ends.
  if (options.save)
    writeFileSync(options.save, JSON.stringify({ results: strict, compared } satisfies Found));
}

const earlier = (options.with?.split(',') ?? []).map((file): Found => JSON.parse(readFileSync(file, 'utf8')));
for (const found of earlier) {
  results.push(...found.results);
  strict.push(...found.results);
  compared.push(...found.compared);
}
const effort = (['quick', 'memory', 'targets', 'towns'] as const).flatMap((name) => {
  const value = options[name];
  return value ? [value === true ? `--${name}` : `--${name}=${value}`] : [];
});
await runLanes(wanted, effort, take);
const attacks = summarise(results);
const all = compared.length > 0 ? [...worstOf(strict, 'ours'), ...compared] : [];
if (attacks.length > 0) console.log(`\n${attacks.map(lineOf).join('\n')}`);
if (compared.length > 0) console.log(`\n${sideBySide(all)}`);
if (options.write) {
  const page = new URL('../../apps/web/src/survey/method/attacks.json', import.meta.url);
  writeFileSync(page, `${JSON.stringify(figuresOf(strict, all), null, 2)}\n`);
}
if (options.json) {
  const { attacks: named = [], beyond = [] } = Object.groupBy(
    attacks.map(({ note: _, low: __, ...attack }) => attack),
    (attack) => (isRequired(attack) ? 'attacks' : 'beyond'),
  );
  console.log(JSON.stringify({ attacks: named, beyond }));
}
const required = [...results.filter(isRequired), ...utility];
process.exit(broken === 0 && required.every(({ pass }) => pass) ? 0 : 1);
