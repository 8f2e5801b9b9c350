import { type ErasureReceipt, mineEndpoints } from '@kannwas/schema/survey/mine';
import { call, ProblemError } from '../../app/call.ts';
import { choose } from '../beside/second.ts';
import { changeResponse, forget, type KeptResponse } from '../phone/database.ts';
import { tell } from '../phone/phone.ts';
import { sendRecordings } from '../voice/send-recordings.ts';

/** What is left to show: a receipt, or nothing where the server never had anything. */
export type Erased = { receipt: ErasureReceipt | undefined };

let last: Erased | undefined;

/** What was erased last on this phone, until the person goes on: the page may be drawn anew in another language. */
export const lastErased = (): Erased | undefined => last;
export const forgetErased = (): void => {
  last = undefined;
};

/**
 * Erases everything on the server and, once that is done, on this phone.
 * Throws when the server cannot be reached; then nothing was erased.
 */
export async function eraseEverything(response: KeptResponse): Promise<Erased> {
  last = { receipt: await eraseThere(response) };
  await eraseHere(response.responseId);
  return last;
}

async function eraseThere(response: KeptResponse): Promise<ErasureReceipt | undefined> {
  const { siteId, responseId, code, started } = response;
  if (!started || !siteId) return undefined;
  try {
    return await call(mineEndpoints.erase, {
      params: { siteId, responseId },
      body: { everything: true },
      code,
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    // The server knows nothing of this person any more.
    if (error instanceof ProblemError && error.code === 'wrongCode') return undefined;
    throw error;
  }
}

async function eraseHere(responseId: string): Promise<void> {
  await changeResponse(responseId, { away: true });
  tell({ response: undefined, events: [] });
  choose(undefined);
  await forget(responseId);
  // Takes off this phone what was said into it, too: there is no response any more to which it belongs.
  await sendRecordings();
}
