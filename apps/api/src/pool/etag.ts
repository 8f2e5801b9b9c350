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

/** Tells whether a caller has the answer already, by what they sent as If-None-Match. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag);
}
