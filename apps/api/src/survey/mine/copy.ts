import { fold } from '@kannwas/schema/survey/fold';
import type { Copy } from '@kannwas/schema/survey/mine';
import { slotOf } from '@kannwas/schema/survey/questions';
import type { Db } from '../../db/database.ts';
import type { Secrets } from '../../secrets.ts';
import { getSite } from '../../sites/store.ts';
import { findContact } from '../contact/store.ts';
import { toldIn } from '../passports/statements.ts';
import { listPassports } from '../passports/store.ts';
import { wordsIn } from '../passports/words.ts';
import { getResponse } from '../store.ts';
import { type Key, listLooks, listRecordings } from './store.ts';

/** Everything that is kept about a person, for the person. @throws ProblemError wrongCode */
export async function makeCopy(db: Db, secrets: Secrets, key: Key, codeHash: string): Promise<Copy> {
  const response = await getResponse(db, key, codeHash);
  const { id, name, districts } = await getSite(db, key.siteId);
  const words = await wordsIn(response.language);
  return {
    madeAt: new Date().toISOString(),
    site: { id, name },
    response,
    answers: fold(response.events).answers,
    statements: toldIn(response.events).said.flatMap(({ visit, statements }) =>
      statements.map(({ question, value, level }) => ({
        question: slotOf(question, visit.entry),
        label: words.label(question),
        text: words.answer(question, value, districts) ?? null,
        level: level.kind,
      })),
    ),
    passports: await listPassports(db, key, codeHash),
    contact: await findContact(db, secrets, key),
    recordings: await listRecordings(db, key),
    looks: await listLooks(db, key),
  };
}
