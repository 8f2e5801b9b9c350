import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../../secrets.ts';

/** What the API shows the pool's own process: whoever has it could ask without a budget. */
export function processKey({ disclosure }: Secrets): string {
  return createHmac('sha256', disclosure).update('pool process').digest('base64url');
}

export function isProcessKey(secrets: Secrets, shown: string | undefined): boolean {
  const [given, wanted] = [shown ?? '', `Bearer ${processKey(secrets)}`].map((text) => Buffer.from(text));
  return given !== undefined && wanted !== undefined && given.length === wanted.length
    ? timingSafeEqual(given, wanted)
    : false;
}
