import type { CopyKind } from '@kannwas/schema/survey/copies';
import type { Db } from '../../db/database.ts';
import { getSite } from '../../sites/store.ts';
import { getResponse } from '../store.ts';
import { europass } from './europass.ts';
import { factsIn } from './facts.ts';
import { jsonResume } from './json-resume.ts';

type Wanted = { siteId: string; responseId: string; copy: CopyKind };

/** The answers of a person as a file for another program. @throws ProblemError wrongCode */
export async function makeCopy(
  db: Db,
  { copy, ...key }: Wanted,
  codeHash: string,
): Promise<Record<string, unknown>> {
  const response = await getResponse(db, key, codeHash);
  const site = await getSite(db, key.siteId);
  const facts = await factsIn(response.events, site);
  const make = copy === 'europass' ? europass : jsonResume;
  return make(facts, new Date());
}
