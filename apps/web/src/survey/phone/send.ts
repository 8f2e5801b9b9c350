import type { ProblemCode } from '@kannwas/schema/problems';
import { mostEvents, surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import { newResponseCode } from '@kannwas/schema/survey/written/code';
import { call, ProblemError } from '../../app/call.ts';
import { changeResponse, forget, readEvents, readResponses, save } from './database.ts';
import type { KeptEvent, KeptResponse } from './kept.ts';
import { phone, siteOf, tell } from './phone.ts';
import { loadSites } from './sites.ts';

const longestPause = 60_000;
/** A slow network is given this long for one request. */
const patience = () => AbortSignal.timeout(30_000);

/** The answer itself is refused, so that sending it again is useless. */
const aboutContent: readonly ProblemCode[] = [
  'malformed',
  'invalid',
  'tooLarge',
  'districtUnknown',
  'unknownBase',
  'replayedWithOtherContent',
];
/** Nothing of this response is taken any more. */
const aboutResponse: readonly ProblemCode[] = ['responseClosed', 'wrongCode', 'notFound', 'notAllowed'];

let running = false;
let again = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Refused since this page was loaded. The next visit tries again: closed responses are reopened, servers repaired. */
const refused = new Set<string>();

/** Sends what waits, now; a call while it runs makes it look once more at the end. */
export async function send(): Promise<void> {
  again = running;
  if (running) return;
  running = true;
  clearTimeout(timer);
  try {
    do {
      again = false;
      await sendAll();
    } while (again);
    failures = 0;
    tell({ sending: 'idle', trouble: undefined });
  } catch (error) {
    tryLater(error);
  } finally {
    running = false;
  }
}

/** One response that does not get through must not hold back those behind it. Throws the last failure at the end. */
async function sendAll(): Promise<void> {
  const failed: unknown[] = [];
  for (const response of await readResponses()) {
    await sendResponse(response).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed.at(-1);
}

/** Waits longer after each failure, with some chance in it: after an outage not all phones come at once. */
function tryLater(error: unknown): void {
  failures += 1;
  const asked = error instanceof ProblemError ? (error.problem.retryAfter ?? 0) * 1000 : 0;
  const pause = Math.max(asked, Math.min(longestPause, 1000 * 2 ** failures) * (0.5 + Math.random() / 2));
  timer = setTimeout(() => void send(), pause);
  tell({ sending: 'waiting', trouble: error instanceof ProblemError ? error.code : 'unreachable' });
}

async function sendResponse(response: KeptResponse): Promise<void> {
  const givenUp = response.problem !== null && refused.has(response.responseId);
  const waiting = (await readEvents(response.responseId)).filter((event) => event.state === 'waiting');
  const handIn = response.handedIn && response.receipt === null;
  if (!givenUp && (waiting.length > 0 || handIn)) {
    if (!response.away) tell({ sending: 'sending' });
    try {
      const started = await startOnServer(response);
      for (let at = 0; at < waiting.length; at += mostEvents) {
        await sendEvents(started, waiting.slice(at, at + mostEvents));
      }
      if (handIn) await submit(started);
      if (response.problem) await keep(response, { problem: null });
    } catch (error) {
      if (!(error instanceof ProblemError) || !aboutResponse.includes(error.code)) throw error;
      refused.add(response.responseId);
      await keep(response, { problem: error.code });
    }
  }
  const left = (await readEvents(response.responseId)).some((event) => event.state === 'waiting');
  if (response.away && !left) await forget(response.responseId);
}

async function startOnServer(response: KeptResponse): Promise<KeptResponse & { siteId: string }> {
  const siteId = response.started && response.siteId ? response.siteId : await siteFor(response);
  if (response.started) return { ...response, siteId };
  const { responseId: id, code, language } = response;
  try {
    await call(surveyEndpoints.start, {
      params: { siteId },
      body: { id, code, language },
      signal: patience(),
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'codeTaken') throw error;
    // Two phones threw the same 63 bits: this one throws again.
    await keep(response, { code: newResponseCode() });
    throw error;
  }
  await keep(response, { siteId, started: true });
  return { ...response, siteId };
}

/** The place that a response belongs to, of those that there are: a link may name one that does not exist. */
async function siteFor(response: KeptResponse): Promise<string> {
  await loadSites();
  // Whoever comes next chooses for themselves, not for a response that was put away.
  const { chosenSite, ...here } = phone();
  const site = siteOf({ ...here, response, chosenSite: response.away ? null : chosenSite });
  // Not an error of anybody: the page asks, and what waits is sent when the place is known.
  if (!site) throw new TypeError('The person has not said yet which place this is about');
  return site.id;
}

/** Sends answers; when one of them is refused, halves the heap until it is found, so that it does not block the others. */
async function sendEvents(
  response: KeptResponse & { siteId: string },
  events: readonly KeptEvent[],
): Promise<void> {
  const { siteId, responseId, code } = response;
  try {
    const { received } = await call(surveyEndpoints.answer, {
      params: { siteId, responseId },
      body: { events: events.map(asSent) },
      code,
      signal: patience(),
    });
    const listed = new Set(received);
    await mark(
      events.filter((event) => listed.has(event.id)),
      'received',
    );
  } catch (error) {
    if (!(error instanceof ProblemError) || !aboutContent.includes(error.code)) throw error;
    const [only] = events;
    if (only && events.length === 1) {
      const corrected = withServerTime(only, error);
      return corrected ? sendEvents(response, [corrected]) : mark(events, 'refused');
    }
    const middle = Math.ceil(events.length / 2);
    await sendEvents(response, events.slice(0, middle));
    await sendEvents(response, events.slice(middle));
  }
}

/** Clocks of cheap phones run wrong. An answer from days ahead is dated by the server, whose clock it came to. */
function withServerTime(event: KeptEvent, { at, problem }: ProblemError): KeptEvent | undefined {
  const ahead = Date.parse(event.recordedAt) > at + 3_600_000;
  const refused = problem.fields?.some(({ path, code }) => path.endsWith('recordedAt') && code === 'future');
  return ahead && refused ? { ...event, recordedAt: new Date(at).toISOString() } : undefined;
}

function asSent({ responseId: _, state: __, ...event }: KeptEvent) {
  return event;
}

async function mark(events: readonly KeptEvent[], state: KeptEvent['state']): Promise<void> {
  const marked = events.map((event) => ({ ...event, state }));
  await save({ events: marked });
  const byId = new Map(marked.map((event) => [event.id, event]));
  tell({ events: phone().events.map((event) => byId.get(event.id) ?? event) });
}

async function submit(response: KeptResponse & { siteId: string }): Promise<void> {
  const { siteId, responseId, code } = response;
  const { receipt } = await call(surveyEndpoints.submit, {
    params: { siteId, responseId },
    code,
    signal: patience(),
  });
  await keep(response, { receipt });
}

async function keep({ responseId }: KeptResponse, fields: Partial<KeptResponse>): Promise<void> {
  const response = await changeResponse(responseId, fields);
  if (phone().response?.responseId === responseId) tell({ response });
}

/** Sends whenever there is a chance: the network returns, the page is looked at again or left. */
export function sendWheneverPossible(): void {
  const now = () => void send();
  addEventListener('online', now);
  document.addEventListener('visibilitychange', now);
  now();
}
