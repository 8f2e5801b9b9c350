import type { Language } from '@kannwas/schema/codes';
import { surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import { call } from '../../app/call.ts';
import { isShared } from '../device/shared.ts';
import { readEvents, readResponses, save } from './database.ts';
import type { KeptEvent, KeptResponse } from './kept.ts';
import { phone, tell } from './phone.ts';
import { asReceived, catchUp, putAway } from './response.ts';
import { send } from './send.ts';

/**
 * Opens a response by its code, on whatever device. On a shared phone answers may wait that never reached the server: they are
 * there without a network, too. Throws ProblemError `wrongCode` when there is none.
 */
export async function takeUp(code: string, language: Language): Promise<void> {
  const waiting = isShared() ? await openSlip(code) : undefined;
  try {
    await takeUpFromServer(code, language);
  } catch (error) {
    if (!waiting) throw error;
    await show(waiting, []);
  }
}

async function openSlip(code: string): Promise<KeptResponse | undefined> {
  const { openSlip } = await import('../device/drawer.ts');
  return openSlip(code);
}

async function takeUpFromServer(code: string, language: Language): Promise<void> {
  const { siteId, responseId } = await call(surveyEndpoints.reopen, { body: { code } });
  const found = await call(surveyEndpoints.read, { params: { siteId, responseId }, code });
  const kept: KeptResponse = {
    responseId,
    code,
    siteId,
    language,
    started: true,
    handedIn: found.status === 'submitted',
    receipt: found.receipt,
    away: false,
    problem: null,
  };
  await show(kept, asReceived(responseId, found.events));
}

/** Takes up what somebody brought along in a file, also without a network; what was not sent yet is sent from here. */
export async function bringBack(response: KeptResponse, events: readonly KeptEvent[]): Promise<void> {
  const { responseId } = response;
  // This phone may know more: what the server has, it has, and nobody hands in twice.
  const known = (await readResponses()).find((one) => one.responseId === responseId);
  const here = new Map((await readEvents(responseId)).map((event) => [event.id, event]));
  const news = events.filter(({ id }) => here.get(id)?.state !== 'received');
  await show({ ...response, ...known, away: false }, news);
  await catchUp().catch(() => undefined);
}

/** Puts whatever is open away, and opens this. */
async function show(kept: KeptResponse, events: readonly KeptEvent[]): Promise<void> {
  const { responseId } = kept;
  if (phone().response?.responseId !== responseId) await putAway();
  await save({ responses: [kept], events });
  tell({ response: kept, events: await readEvents(responseId) });
  void send();
}
