import { fold } from '@kannwas/schema/survey/fold';
import type { Copy } from '@kannwas/schema/survey/mine';
import type { Db } from '../../db/database.ts';
import { getSite } from '../../sites/store.ts';
import { getResponse } from '../store.ts';
import { type Key, listLooks, listRecordings } from './store.ts';

/** Everything that is kept about a person, for the person. @throws ProblemError wrongCode */
export async function makeCopy(db: Db, key: Key, codeHash: string): Promise<Copy> {
  const response = await getResponse(db, key, codeHash);
  const { id, name } = await getSite(db, key.siteId);
  return {
    madeAt: new Date().toISOString(),
    site: { id, name },
    response,
    answers: fold(response.events).answers,
    recordings: await listRecordings(db, key),
    looks: await listLooks(db, key),
  };
}
