import type { NewEvent } from '@kannwas/schema/survey/events';

/** What the bare programs do for one answer: the two statements, and nothing that makes them safe. */
export const folding = `
  update response set answers = jsonb_set(answers, array[$3::text], $4::jsonb),
    heads = jsonb_set(heads, array[$3::text], $5::jsonb), changed_at = now()
  where site_id = $1 and response_id = $2::uuid`;
export const keeping = `
  insert into answer_event (site_id, response_id, id, question, value, base_id, manner, language, recorded_at)
  values ($1, $2::uuid, $3::uuid, $4, $5::jsonb, $6::uuid, $7, $8, $9::timestamptz)`;

export function foldingValues(siteId: string, responseId: string, event: NewEvent) {
  return [siteId, responseId, event.question, JSON.stringify(event.value), JSON.stringify([event.id])];
}

export function keepingValues(siteId: string, responseId: string, event: NewEvent) {
  const { id, question, value, baseId, manner, language, recordedAt } = event;
  return [siteId, responseId, id, question, JSON.stringify(value), baseId, manner, language, recordedAt];
}
