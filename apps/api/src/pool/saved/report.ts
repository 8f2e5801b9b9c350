import type { SavedSearch } from '@kannwas/schema/pool/endpoints';
import { ProblemError } from '../../problem.ts';
import type { Pool } from '../ask.ts';
import { historyOf } from '../history/history.ts';
import type { Asker } from '../log/store.ts';
import { readQuestion } from '../question.ts';
import { type Kept, listKept } from './store.ts';

/**
 * What became of the searches that somebody keeps. Each is asked once in every epoch, on their budget; where that is used
 * up, or what they ask about is no longer published, a search has no number.
 */
export async function reportSaved(pool: Pool, asker: Asker): Promise<SavedSearch[]> {
  const reports: SavedSearch[] = [];
  for (const kept of await listKept(pool.db, asker))
    reports.push({ ...kept, ...(await totalsOf(pool, asker, kept)) });
  return reports;
}

type Totals = Pick<SavedSearch, 'total' | 'before' | 'changed'>;

async function totalsOf(pool: Pool, asker: Asker, { question }: Kept): Promise<Totals> {
  const query = readQuestion(question);
  if (!query) return { changed: false };
  try {
    const [now, before] = (await historyOf(pool, asker, query)).toReversed();
    if (!now) return { changed: false };
    if (!before) return { total: now.total, changed: false };
    return { total: now.total, before: before.total, changed: now.total !== before.total };
  } catch (error) {
    if (error instanceof ProblemError && hasNoNumber.includes(error.code)) return { changed: false };
    throw error;
  }
}

const hasNoNumber = ['budgetUsedUp', 'districtUnknown', 'noSnapshotYet', 'invalid'];
