import * as z from 'zod/mini';
import { SiteId, Uuid } from '../codes.ts';
import type { Endpoint } from '../endpoint.ts';
import { type SoundType, soundTypes } from '../languages.ts';

/** How long somebody may speak. */
export const mostSeconds = 60;
/** The largest recording in bytes: a minute of speech in Opus takes a quarter of it. */
export const mostRecordingBytes = 1_000_000;

/** What was found out about a recording. */
export type Recording = { sha256: string; type: SoundType; milliseconds: number };

const params = z.strictObject({ siteId: SiteId, responseId: Uuid, recordingId: Uuid });
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const recordingsEndpoints = {
  keep: {
    method: 'PUT',
    url: '/api/sites/:siteId/responses/:responseId/recordings/:recordingId',
    may: 'code',
    summary:
      'Keeps what the newcomer said into the phone, under an id made there; sending it twice is harmless. Content-Digest is checked.',
    consumes: ['application/octet-stream'],
    schema: { params, body: bytes, response: { 200: z.strictObject({ received: Uuid }) } },
  },
  own: {
    method: 'GET',
    url: '/api/sites/:siteId/responses/:responseId/recordings/:recordingId',
    may: 'code',
    summary: 'A recording as a file, for the newcomer.',
    produces: soundTypes,
    schema: { params, response: { 200: bytes } },
  },
  hear: {
    method: 'GET',
    url: '/api/sites/:siteId/interviews/:responseId/recordings/:recordingId',
    may: 'interview.read',
    summary: 'A recording as a file, for the advice team; the listening is written to the audit log.',
    produces: soundTypes,
    schema: { params, response: { 200: bytes } },
  },
} as const satisfies Record<string, Endpoint>;
