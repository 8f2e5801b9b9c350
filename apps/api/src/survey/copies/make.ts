import type { Site } from '@kannwas/schema/sites';
import type { CopyKind, PlainCopy } from '@kannwas/schema/survey/copies';
import type { Response } from '@kannwas/schema/survey/endpoints';
import { slotOf } from '@kannwas/schema/survey/questions';
import type { Db } from '../../db/database.ts';
import { getSite } from '../../sites/store.ts';
import { toldIn } from '../passports/statements.ts';
import { listPassports } from '../passports/store.ts';
import { wordsIn } from '../passports/words.ts';
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
  const madeAt = new Date();
  if (copy === 'plain') {
    const passports = await listPassports(db, key, codeHash);
    return plainCopy(response, site, { madeAt, passports });
  }
  const facts = await factsIn(response.events, site);
  return copy === 'europass' ? europass(facts, madeAt) : jsonResume(facts, madeAt);
}

type More = { madeAt: Date; passports: PlainCopy['passports'] };

async function plainCopy(response: Response, site: Site, { madeAt, passports }: More): Promise<PlainCopy> {
  const words = await wordsIn(response.language);
  const answers = toldIn(response.events).said.flatMap(({ visit, statements }) =>
    statements.map(({ question, value, level }) => ({
      question: slotOf(question, visit.entry),
      label: words.label(question),
      value,
      text: words.answer(question, value, site.districts) ?? null,
      level: level.kind,
    })),
  );
  return {
    format: 'kannwas/1',
    madeAt: madeAt.toISOString(),
    site: { id: site.id, name: site.name },
    language: response.language,
    answers,
    response,
    passports,
  };
}
