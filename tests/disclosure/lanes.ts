import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Compared } from './compared.ts';
import type { Result } from './result.ts';
import type { Utility } from './utility.ts';

/** What a lane is told: the id of an attack, or that there are no more. */
export type Order = { id: string } | 'end';
export type Report = {
  id: string;
  results?: Result[];
  compared?: Compared[];
  utility?: Utility[];
  /** Of one core. */
  seconds: number;
  error?: string;
};

/** What takes longest, so that no core waits for another in the end. */
const longest = ['T12', 'compared', 'T07', 'T13', 'T15', 'T06', 'T17', 'T19', 'T10', 'T02'];

/** Runs attacks in as many processes as there are cores, at most two, each with towns of its own. */
export async function runLanes(
  ids: readonly string[],
  effort: readonly string[],
  take: (report: Report) => void,
): Promise<void> {
  const lanes = Math.min(2, availableParallelism(), ids.length);
  const others = ids.filter((id) => !longest.includes(id));
  // With one core alone the order is that of whoever asked.
  const waiting = lanes === 1 ? [...ids] : [...longest.filter((id) => ids.includes(id)), ...others];
  await Promise.all(Array.from({ length: lanes }, () => runLane(effort, () => waiting.shift(), take)));
}

function runLane(
  options: readonly string[],
  next: () => string | undefined,
  take: (report: Report) => void,
): Promise<void> {
  const lane = fork(fileURLToPath(new URL('lane.ts', import.meta.url)), options);
  return new Promise((resolve, reject) => {
    lane.on('message', (said: Report | 'ready') => {
      if (said !== 'ready') take(said);
      const id = next();
      const order: Order = id === undefined ? 'end' : { id };
      lane.send(order);
    });
    lane.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`An attacker ended with ${code}.`));
    });
  });
}
