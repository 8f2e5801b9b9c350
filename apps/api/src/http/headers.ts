import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Nothing but our own files, and the styles that stand in the document itself. */
export function contentSecurityPolicy(document = ''): string {
  const styles = [...document.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    // Sound that the phone has kept is played from there.
    "media-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const ofRequests = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
const ofDocuments = ['cross-origin-opener-policy', 'origin-agent-cluster', 'referrer-policy'];

/**
 * Headers of a file with its hash in the name: it never changes, and is no document. What documents say for their
 * protection would be longer than a small script, and a phone on a bad network waits for every byte.
 */
export function dressAsset(reply: FastifyReply): void {
  for (const name of [...ofRequests, 'access-control-allow-credentials']) reply.removeHeader(name);
  for (const name of ofDocuments) reply.raw.removeHeader(name);
  // A picture that is opened by itself is a document after all.
  reply.header('content-security-policy', "default-src 'none'");
  reply.header('cache-control', 'public, max-age=31536000, immutable');
}

/** Headers of a document; it may change at any time. */
export function dressDocument(reply: FastifyReply, policy: string): void {
  for (const name of ofRequests) reply.removeHeader(name);
  reply.header('content-security-policy', policy);
  reply.header('cache-control', 'no-cache');
}
