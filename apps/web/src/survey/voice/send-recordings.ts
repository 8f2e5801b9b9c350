import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import { addressOf } from '../../app/call.ts';
import { readResponses } from '../phone/database.ts';
import type { KeptResponse } from '../phone/kept.ts';
import { forgetRecording, type KeptRecording, keepRecording, listRecordings } from './recordings.ts';

let running = false;
/** The network comes back without a word on some phones. */
const pause = 30_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what was said into this phone and waits, one by one; tries again when there is a network. */
export async function sendRecordings(): Promise<void> {
  if (running) return;
  running = true;
  clearTimeout(timer);
  try {
    const responses = await readResponses();
    for (const recording of await listRecordings()) {
      const response = responses.find(({ responseId }) => responseId === recording.responseId);
      // Sent to its end and removed: then its sound stays here no longer than its answers.
      if (!response) await forgetRecording(recording.recordingId);
      else await sendOne(response, recording);
    }
  } catch {
    timer = setTimeout(() => void sendRecordings(), pause);
  } finally {
    running = false;
  }
}

async function sendOne(response: KeptResponse, recording: KeptRecording): Promise<void> {
  const { responseId, siteId, code, started, away } = response;
  if (recording.state === 'waiting') {
    // The answers go first: they start the response on the server.
    if (!started || !siteId) throw new Error('not started yet');
    const params = { siteId, responseId, recordingId: recording.recordingId };
    const bytes = await recording.sound.arrayBuffer();
    const answer = await fetch(addressOf(recordingsEndpoints.keep, { params }), {
      method: recordingsEndpoints.keep.method,
      headers: {
        authorization: `Bearer ${code}`,
        'content-type': 'application/octet-stream',
        'content-digest': await digestOf(bytes),
      },
      body: bytes,
      signal: AbortSignal.timeout(120_000),
    });
    // Busy or broken servers are asked again; what is refused for good keeps nobody waiting.
    if (answer.status === 429 || answer.status >= 500) throw new Error(`${answer.status}`);
    await keepRecording({ ...recording, state: answer.ok ? 'received' : 'refused' });
  }
  if (away) await forgetRecording(recording.recordingId);
}

/** The checksum as the server expects it (RFC 9530). */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha-256=:${btoa(String.fromCharCode(...hash))}:`;
}
