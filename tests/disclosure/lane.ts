import type { Result } from './result.ts';
import { suite } from './suite.ts';
import { full, makeWorld, quick } from './world.ts';

/** What a lane is told: the id of an attack, or that there are no more. */
export type Order = { id: string } | 'end';
export type Report = {
  id: string;
  results: Result[];
  /** Of one core. */
  seconds: number;
  error?: string;
};

/**
 * Runs attacks in a process of its own, one after the other, as they are ordered: so that two cores attack at the same
 * time, each with towns of its own.
 */
const world = makeWorld(process.argv.includes('--quick') ? quick : full);
const report = (one: Report | 'ready') => process.send?.(one);

async function runOne(id: string): Promise<Report> {
  const before = process.cpuUsage();
  const seconds = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
  };
  try {
    const results = (await suite.find((attack) => attack.id === id)?.run(world)) ?? [];
    return { id, results, seconds: seconds() };
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id, results: [], seconds: seconds(), error: said };
  }
}

process.on('message', async (order: Order) => {
  if (order !== 'end') {
    report(await runOne(order.id));
    return;
  }
  await world.close();
  process.exit(0);
});
report('ready');
