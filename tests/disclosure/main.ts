import { isolatingDifference } from './attacks/t03-isolating-difference.ts';
import type { Attack, Result } from './result.ts';
import { full, makeWorld, quick } from './world.ts';

const attacks: readonly Attack[] = [isolatingDifference];

const { argv } = process;
const effort = argv.includes('--quick') ? quick : full;
const only = argv[argv.indexOf('--only') + 1]?.split(',') ?? [];
const chosen = attacks.filter(({ id }) => !argv.includes('--only') || only.includes(id));

const world = makeWorld(effort);
const results: Result[] = [];
for (const { id, run } of chosen) {
  const begun = performance.now();
  for (const result of await run(world)) {
    results.push(result);
    console.log(result);
  }
  console.log(id, (performance.now() - begun) / 1000);
}
await world.close();
