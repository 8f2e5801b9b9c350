import { createHash } from 'node:crypto';
import { leastMilliseconds } from '@kannwas/schema/languages';
import { mostRecordingBytes, mostSeconds, type Recording } from '@kannwas/schema/survey/recordings';
import { soundOf } from '../../languages/sound/sound.ts';
import { ProblemError } from '../../problem.ts';

/** A phone stops after a minute; that takes it a moment. */
const longest = (mostSeconds + 2) * 1000;

/**
 * Looks into what a phone sent: sound by its bytes, whole by the checksum that came along (RFC 9530).
 * @throws ProblemError invalid, naming the field `file` and what is wrong with it
 */
export function readRecording(bytes: Uint8Array, digest: unknown): Recording & { bytes: Uint8Array } {
  const refuse = (code: string) => new ProblemError('invalid', [{ path: 'file', code }]);
  if (bytes.byteLength > mostRecordingBytes) throw refuse('tooLarge');
  const hash = createHash('sha256').update(bytes);
  const sha256 = hash.copy().digest('hex');
  if (digest !== undefined && digest !== `sha-256=:${hash.digest('base64')}:`) throw refuse('damaged');
  const sound = soundOf(bytes);
  if (!sound) throw refuse('notSound');
  if (sound.milliseconds < leastMilliseconds) throw refuse('tooShort');
  if (sound.milliseconds > longest) throw refuse('tooLong');
  return { ...sound, sha256, bytes };
}
