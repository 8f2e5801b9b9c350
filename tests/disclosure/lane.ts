import { parseArgs } from 'node:util';
import { compareWeaker } from './compared.ts';
import { attackInMemory } from './in-memory.ts';
import type { Order, Report } from './lanes.ts';
import { suite } from './suite.ts';
import { measureUtility } from './utility.ts';
import { full, makeWorld, quick } from './world.ts';

/** A process that runs attacks one after the other, as they are ordered by main.ts. */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    memory: { type: 'boolean' },
    targets: { type: 'string' },
    towns: { type: 'string' },
  },
});
const usual = options.quick ? quick : full;
const world = makeWorld({
  ...usual,
  targets: Number(options.targets ?? usual.targets),
  seeds: full.seeds.slice(0, Number(options.towns ?? usual.seeds.length)),
});
const report = (one: Report | 'ready') => process.send?.(one);

async function run(id: string): Promise<Partial<Report>> {
  if (id === 'compared') return { compared: await compareWeaker(world.effort) };
  if (id === 'utility') return { utility: await measureUtility(await world.towns()) };
  if (options.memory) return { results: await attackInMemory(id, world) };
  const attack = suite.find((one) => one.id === id);
  if (!attack) throw new RangeError(`There is no such attack. There are: ${suite.map((one) => one.id)}`);
  return { results: await attack.run(world) };
}

async function runAndReport(id: string): Promise<void> {
  const before = process.cpuUsage();
  const outcome = await run(id).catch((error: unknown) => ({
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const { user, system } = process.cpuUsage(before);
  report({ id, seconds: (user + system) / 1_000_000, ...outcome });
}

process.on('message', async (order: Order) => {
  if (order !== 'end') {
    await runAndReport(order.id);
    return;
  }
  await world.close();
  process.exit(0);
});
report('ready');
