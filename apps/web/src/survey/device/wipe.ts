import { addressOf, forgetTrail, go, languageOf } from '../address.ts';
import { readResponses } from '../phone/database.ts';
import { putAway } from '../phone/response.ts';
import { send } from '../phone/send.ts';

/** How long a last attempt to send may keep the next person waiting. */
const patience = 5_000;

/**
 * Takes everything of this person off this phone. What has not reached the server yet goes on being sent, unseen; on a shared phone
 * it also waits locked with the code. When nothing is left to be sent, the page itself is closed, and its memory with it.
 */
export async function wipe(): Promise<void> {
  const language = languageOf(location.pathname);
  await putAway();
  forgetTrail();
  go(addressOf(language, { at: 'welcome' }), 'replace');
  await Promise.race([send(), new Promise((resolve) => setTimeout(resolve, patience))]);
  if ((await readResponses()).length === 0) location.replace(addressOf(language, { at: 'welcome' }));
}
