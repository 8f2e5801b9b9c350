import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Order, Report } from './lane.ts';
import { judgedQuickly, type Result, summarise } from './result.ts';
import { suite } from './suite.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

const wanted = options.only?.split(',') ?? suite.map(({ id }) => id);
/** The longest first, so that no core waits for another in the end. */
const waiting = suite.map(({ id }) => id).filter((id) => wanted.includes(id));
if (waiting.length === 0) throw new Error(`There is no such attack. There are: ${suite.map(({ id }) => id)}`);

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

function line({ id, metric, value, upper, target, pass, claimRate, baseline, n, note }: Result): string {
  const numbers = `${metric} ${value.toFixed(3)} ≤ ${upper.toFixed(3)}, target ${target.toFixed(3)}`;
  const about = `${n} targets, ${percent(claimRate)} claimed, baseline ${percent(baseline)}`;
  return `${pass ? 'pass' : 'FAIL'}  ${id.padEnd(4)} ${numbers.padEnd(44)} ${about.padEnd(48)} ${note}`;
}

const results: Result[] = [];
const broken: string[] = [];

function take({ id, results: measured, seconds, error }: Report): void {
  const found = options.quick ? measured.map(judgedQuickly) : measured;
  results.push(...found);
  for (const result of found) console.log(line(result));
  if (error) {
    broken.push(id);
    console.log(`FAIL  ${id.padEnd(4)} ${error}`);
  }
  console.log(`      ${id.padEnd(4)} ${seconds.toFixed(0)} s`);
}

/** Lets one process attack until nothing is waiting. */
function runLane(): Promise<void> {
  const lane: ChildProcess = fork(
    fileURLToPath(new URL('lane.ts', import.meta.url)),
    options.quick ? ['--quick'] : [],
  );
  return new Promise((resolve, reject) => {
    lane.on('message', (said: Report | 'ready') => {
      if (said !== 'ready') take(said);
      const id = waiting.shift();
      const order: Order = id === undefined ? 'end' : { id };
      lane.send(order);
    });
    lane.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`An attacker ended with ${code}.`)),
    );
  });
}

await Promise.all(Array.from({ length: Math.min(2, waiting.length) }, runLane));
const attacks = summarise(results);
console.log(`\n${attacks.map(line).join('\n')}`);
if (options.json)
  console.log(JSON.stringify({ attacks: attacks.map(({ note: _, low: __, ...attack }) => attack) }));
process.exit(broken.length === 0 && attacks.every(({ pass }) => pass) ? 0 : 1);
