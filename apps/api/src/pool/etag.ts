import { createHmac } from 'node:crypto';
import type { Secrets } from '../secrets.ts';
import { staticKey } from '../snapshots/store.ts';

/**
 * Stands for the answer of a question in an epoch. Keyed, so that it says nothing else. What was answered once stands
 * until the epoch ends, so it does not change when somebody is taken out of the epoch: that, too, would be telling.
 */
export function etagOf(
  secrets: Secrets,
  { siteId, epoch, question }: { siteId: string; epoch: number; question: string },
): string {
  const hash = createHmac('sha256', staticKey(secrets, siteId)).update(`etag\0${epoch}\0${question}`, 'utf8');
  return `"${hash.digest('base64url')}"`;
}
