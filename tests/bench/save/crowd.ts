import type { Db } from '@kannwas/api/db/database';
import { codeHash, deriveSecrets } from '@kannwas/api/secrets';
import { isSlot } from '@kannwas/schema/survey/entries';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { isForStaff } from '@kannwas/schema/survey/journey';
import { Question } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { newResponseCode } from '@kannwas/schema/survey/written/code';
import { sql } from 'kysely';
import { v7 } from 'uuid';

export const siteId = 'hettstedt';
export const district = '15087220';

/** Somebody who is in the database and goes on answering. */
export type Walker = {
  responseId: string;
  headers: Record<string, string>;
  turn: number;
  seen: Map<Question, string>;
};

const everyQuestion = Question.options.filter((question) => isSlot(question) && !isForStaff(question));
const pick = <T>(options: readonly T[], turn: number): T | undefined => options[turn % options.length];

/** A valid answer, another one at each turn. */
export function answerTo(question: Question, turn: number): unknown {
  const input = inputOf(question);
  switch (input.kind) {
    case 'choice':
      return pick(input.options, turn);
    case 'several':
      return input.options.slice(0, 1 + (turn % 3));
    case 'cards':
      return ['bake-bread'];
    case 'fields':
      return ['kitchen'];
    case 'rung':
      return 'general/primary';
    case 'date':
      return '2026-11-27';
    case 'languages':
      return [pick(['ara', 'kmr', 'eng'], turn)];
    case 'language':
      return pick(['ara', 'ukr', 'tir'], turn);
    case 'country':
      return pick(['SY', 'UA', 'ER'], turn);
    case 'district':
      return district;
    case 'occupation':
      return pick(['7511', '2341', '7231'], turn);
    case 'year':
      return { year: 1960 + (turn % 50), about: turn % 2 === 0 };
    case 'consent':
      return { given: turn % 4 > 0, version: consentVersion };
    case 'voice':
      return { recording: '01900000-0000-7000-8000-000000000009', seconds: 12 };
    case 'text':
      return `لحّام وكهربائي، وأعتني بجدّتي ${turn}`;
  }
}

/** The next event of a walker, chained to the one before it, as the phone sends it. */
export function nextEvent(walker: Walker) {
  const turn = walker.turn++;
  const question = pick(everyQuestion, turn) ?? 'callName';
  const id = v7();
  const baseId = walker.seen.get(question) ?? null;
  walker.seen.set(question, id);
  const recordedAt = new Date().toISOString();
  return {
    id,
    question,
    value: answerTo(question, turn),
    baseId,
    settles: [],
    manner: 'self',
    language: 'ar',
    recordedAt,
  };
}

/**
 * Puts walkers into an empty, migrated database, each after `answered` answers, with their events and folded documents.
 * Written in bulk: how they came there is not what is measured.
 */
export async function populate(
  db: Db,
  secretKey: string,
  { people, answered }: { people: number; answered: number },
) {
  const secrets = deriveSecrets(Buffer.from(secretKey, 'hex'));
  const walkers: Walker[] = [];
  for (let begin = 0; begin < people; begin += 250) {
    const responses: object[] = [];
    const events: object[] = [];
    for (let i = begin; i < Math.min(begin + 250, people); i++) {
      const code = newResponseCode();
      // An address of their own for everybody: the usual limits hold in this run as they do in life.
      const address = `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
      const headers = {
        authorization: `Bearer ${code}`,
        'content-type': 'application/json',
        'x-forwarded-for': address,
      };
      const walker: Walker = { responseId: v7(), headers, turn: 0, seen: new Map() };
      const own = Array.from({ length: answered }, () => nextEvent(walker));
      const answers = Object.fromEntries(own.map(({ question, value }) => [question, value]));
      const heads = Object.fromEntries(own.map(({ question, id }) => [question, [id]]));
      responses.push({ response_id: walker.responseId, code_hash: codeHash(secrets, code), answers, heads });
      events.push(...own.map((event) => ({ response_id: walker.responseId, ...event })));
      walkers.push(walker);
    }
    await sql`
      insert into response (site_id, response_id, code_hash, status, language, answers, heads)
      select ${siteId}, response_id, code_hash, 'open', 'ar', answers, heads
      from jsonb_to_recordset(${JSON.stringify(responses)}::jsonb)
        as r (response_id uuid, code_hash text, answers jsonb, heads jsonb)`.execute(db);
    await sql`
      insert into answer_event (site_id, response_id, id, question, value, base_id, manner, language, recorded_at)
      select ${siteId}, response_id, id, question, value, "baseId", manner, language, "recordedAt"
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (response_id uuid, id uuid, question text,
        value jsonb, "baseId" uuid, manner text, language text, "recordedAt" timestamptz)`.execute(db);
  }
  await sql`analyze response, answer_event`.execute(db).catch(() => {});
  return walkers;
}
