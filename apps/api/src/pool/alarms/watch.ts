import { alarmsOf } from '@kannwas/disclosure/alarms/alarms';
import type { Tx } from '../../db/database.ts';
import type { Answered } from '../engine/answer.ts';
import { ladderOf } from '../engine/shape.ts';
import type { Asker, Logged } from '../log/store.ts';
import { partsOf } from '../question.ts';
import { saveAlarm } from './store.ts';

/** Raises an alarm where questions of an organisation together look like an attempt to single somebody out. */
export async function watch(
  tx: Tx,
  asker: Asker,
  { epoch, places }: Pick<Answered, 'epoch' | 'places'>,
  asked: readonly Logged[],
): Promise<void> {
  const log = asked.map(({ staffId, question, askedAt }) => ({
    account: staffId,
    at: askedAt.getTime(),
    ...partsOf(question),
  }));
  for (const alarm of alarmsOf(log, ladderOf(places))) await saveAlarm(tx, asker, epoch, alarm);
}
