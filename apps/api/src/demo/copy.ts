import type pg from 'pg';
import { checkingKeysOnce, copyRows, type Row } from '../db/copy.ts';
import {
  makeResponse,
  responseIdOf,
  type SyntheticEvent,
  type SyntheticResponse,
} from './people/responses.ts';
import { listKnown, type Seeding } from './store.ts';

/** So many responses wait in memory while their events are written. */
const turn = 2000;

/**
 * As `savePopulation`, for a hundred thousand people on PostgreSQL: all or nobody, and nobody else can use the tables
 * meanwhile. People who are already there are left alone.
 */
export async function copyPopulation(client: pg.Client, seeding: Seeding): Promise<void> {
  const { people, onSaved = () => {} } = seeding;
  await checkingKeysOnce(client, 'answer_event', async () => {
    for (let first = 0; first < people; first += turn) {
      const numbers = Array.from({ length: Math.min(turn, people - first) }, (_, k) => first + k);
      await copyTurn(client, seeding, numbers);
      onSaved(numbers.length);
    }
  });
}

async function copyTurn(client: pg.Client, seeding: Seeding, numbers: readonly number[]): Promise<void> {
  const { siteId } = seeding;
  const known = await listKnown(
    client,
    siteId,
    numbers.map((n) => responseIdOf(seeding, n)),
  );
  const waiting: Row[] = [];
  const events = function* (): Generator<Row> {
    for (const n of numbers) {
      if (known.has(responseIdOf(seeding, n))) continue;
      const response = makeResponse(seeding, n);
      waiting.push(responseRow(siteId, response));
      for (const event of response.events) yield eventRow(siteId, response.responseId, event);
    }
  };
  await copyRows(client, eventColumns, events());
  await copyRows(client, responseColumns, waiting);
}

const responseColumns =
  'response (site_id, response_id, code_hash, status, language, answers, heads, conflicts, started_at, changed_at, submitted_at, receipt)';

function responseRow(siteId: string, response: SyntheticResponse): Row {
  const { responseId, status, language, folded, startedAt, changedAt, submittedAt, receipt } = response;
  return [
    siteId,
    responseId,
    `synthetic ${responseId}`,
    status,
    language,
    JSON.stringify(folded.answers),
    JSON.stringify(folded.heads),
    JSON.stringify(folded.conflicts),
    startedAt.toISOString(),
    changedAt.toISOString(),
    submittedAt?.toISOString() ?? null,
    receipt,
  ];
}

const eventColumns =
  'answer_event (site_id, response_id, id, question, value, base_id, settles, manner, author, language, recorded_at, received_at)';

function eventRow(siteId: string, responseId: string, event: SyntheticEvent): Row {
  const { id, question, value, baseId, settles, manner, author, language, recordedAt } = event;
  return [
    siteId,
    responseId,
    id,
    question,
    JSON.stringify(value),
    baseId,
    JSON.stringify(settles),
    manner,
    author,
    language,
    recordedAt,
    recordedAt,
  ];
}
