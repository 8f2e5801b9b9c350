import type { SoundType } from '@kannwas/schema/languages';
import { readMp3 } from './mp3.ts';
import { readOgg } from './ogg.ts';
import { readWav } from './wav.ts';
import { readWebm } from './webm.ts';

export type Sound = { type: SoundType; milliseconds: number };

/** Each tells how long the sound lasts, in seconds; undefined when the bytes are not of its kind, or are broken. */
const readers: readonly [SoundType, (bytes: DataView) => number | undefined][] = [
  ['audio/wav', readWav],
  ['audio/ogg', readOgg],
  ['audio/webm', readWebm],
  ['audio/mpeg', readMp3],
];

/**
 * Tells what kind of sound a file is and how long it lasts, by its bytes alone: names and declared types are what somebody
 * typed. Undefined when it is none of ours.
 */
export function soundOf(bytes: Uint8Array): Sound | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [type, read] of readers) {
    const seconds = read(view);
    if (seconds !== undefined) return { type, milliseconds: Math.round(seconds * 1000) };
  }
  return undefined;
}
