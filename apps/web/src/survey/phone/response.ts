import type { Language } from '@kannwas/schema/codes';
import { surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import type { AnswerEvent, Manner } from '@kannwas/schema/survey/events';
import { type Answer, type Answers, type Slot, said } from '@kannwas/schema/survey/questions';
import { newResponseCode } from '@kannwas/schema/survey/written/code';
import { v7 } from 'uuid';
import { call, ProblemError } from '../../app/call.ts';
import { choose } from '../beside/second.ts';
import { isShared, shareDevice } from '../device/shared.ts';
import { changeResponse, readEvents, readResponses, save } from './database.ts';
import type { KeptEvent, KeptResponse } from './kept.ts';
import { phone, tell } from './phone.ts';
import { send, sendWheneverPossible } from './send.ts';
import { loadSites, recallSites } from './sites.ts';

let waking: Promise<void> = Promise.resolve();

/** Reads what this phone has kept and begins to send what waits. */
export function wakeUp(): Promise<void> {
  waking = recall();
  return waking;
}

async function recall(): Promise<void> {
  // A poster or a link of a place can name it: /ar/?site=hettstedt
  const chosenSite = new URLSearchParams(location.search).get('site');
  tell({ sites: recallSites(), chosenSite, shared: isShared() });
  try {
    const response = (await readResponses()).find(({ away }) => !away);
    const events = response ? await readEvents(response.responseId) : [];
    tell({ ready: true, response, events });
  } catch {
    tell({ ready: true, forgetful: true });
    return;
  }
  sendWheneverPossible();
  loadSites().catch(() => undefined);
  catchUp().catch(() => undefined);
}

/** Fetches what others (a case worker, another phone) have added to this response. Throws when that fails. */
export async function catchUp(): Promise<void> {
  const { response } = phone();
  if (!response?.started || !response.siteId) return;
  const { siteId, responseId, code } = response;
  const { events } = await call(surveyEndpoints.read, { params: { siteId, responseId }, code });
  // Put away in the meantime: then it is not brought back to this phone.
  if (phone().response?.responseId !== responseId) return;
  await save({ events: asReceived(responseId, events) });
  if (phone().response?.responseId === responseId) tell({ events: await readEvents(responseId) });
}

/** Says whose phone this is, before anything is said on it. */
export function sayWhosePhone(shared: boolean): void {
  shareDevice(shared);
  tell({ shared });
}

let beginning: Promise<KeptResponse> | undefined;

/** The response on this phone, or a new one; only one, even when "Continue" is pressed twice or before all is read. */
async function begin(language: Language): Promise<KeptResponse> {
  await waking;
  const { response } = phone();
  if (response) return response;
  beginning ??= beginAnew(language).finally(() => {
    beginning = undefined;
  });
  return beginning;
}

/** Begins a response: its id and its code are made here, so that no network is needed. */
async function beginAnew(language: Language): Promise<KeptResponse> {
  const fresh: KeptResponse = {
    responseId: v7(),
    code: newResponseCode(),
    siteId: phone().chosenSite,
    language,
    started: false,
    handedIn: false,
    receipt: null,
    away: false,
    problem: null,
  };
  await save({ responses: [fresh] });
  tell({ response: fresh });
  // Without this some phones throw answers away when space runs short (they are asked, not forced).
  navigator.storage?.persist?.().catch(() => false);
  return fresh;
}

/** Where the newcomer answers, when an instance serves several places. */
export async function chooseSite(siteId: string): Promise<void> {
  tell({ chosenSite: siteId });
  const { response } = phone();
  if (response && !response.started)
    tell({ response: await changeResponse(response.responseId, { siteId }) });
  void send();
}

/**
 * Keeps answers on this phone and returns when they are safe there; sending goes on behind.
 * An answer that says what already stands makes no event, unless it decides a conflict.
 */
export async function answer(given: Answers, language: Language): Promise<void> {
  const { responseId } = await begin(language);
  const { folded } = phone();
  const answers = { ...folded.answers, ...given };
  const events = Object.entries(given).flatMap(([name, value]) => {
    const slot = name as Slot;
    const open = folded.conflicts.includes(slot);
    const same = JSON.stringify(folded.answers[slot]) === JSON.stringify(value);
    return (same && !open) || value === undefined
      ? []
      : [newEvent(slot, value, answers, { responseId, language })];
  });
  await save({ events });
  tell({ events: [...phone().events, ...events] });
  void send();
}

function newEvent(
  question: Slot,
  value: Answer,
  answers: Answers,
  made: { responseId: string; language: Language },
): KeptEvent {
  const [baseId = null, ...settles] = phone().folded.heads[question] ?? [];
  const recordedAt = new Date().toISOString();
  return {
    id: v7(),
    question,
    value,
    baseId,
    settles,
    manner: mannerOf(answers),
    recordedAt,
    state: 'waiting',
    ...made,
  };
}

const manners = { alone: 'self', helper: 'with-helper', interpreter: 'with-interpreter' } as const;

/** How the person answers: by what they said at the beginning; alone when they did not say. */
function mannerOf(answers: Answers): Manner {
  return manners[said(answers, 'accompaniment') ?? 'alone'];
}

/** Hands the response in; the receipt comes with the network. */
export async function handIn(): Promise<void> {
  const { response } = phone();
  if (!response) return;
  tell({ response: await changeResponse(response.responseId, { handedIn: true, receipt: null }) });
  void send();
}

/** Puts the open response away, so that the next person at this phone sees nothing of it. */
export async function putAway(): Promise<void> {
  const { response } = phone();
  if (!response) return;
  await changeResponse(response.responseId, { away: true });
  tell({ response: undefined, events: [] });
  // The next person reads other languages.
  choose(undefined);
  void send();
}

/** Events from the server as this phone keeps them. */
export function asReceived(responseId: string, events: readonly AnswerEvent[]): KeptEvent[] {
  return events.map(({ author: _, receivedAt: __, ...event }) => ({
    ...event,
    responseId,
    state: 'received',
  }));
}

/** The code that an error of the API carries, or "unreachable" when there was no answer. */
export function troubleOf(error: unknown) {
  return error instanceof ProblemError ? error.code : 'unreachable';
}
