import { letters } from './letters.ts';

/** Opus counts in this many samples a second, whatever it was recorded with (RFC 7845). */
const samplesPerSecond = 48_000;

/**
 * The length in seconds of Opus in Ogg (RFC 3533: pages, each with its place in time and the lengths of its pieces). One
 * stream only; Vorbis and others are refused, since not every phone plays them.
 */
export function readOgg(bytes: DataView): number | undefined {
  let [at, stream, skipped, last] = [0, 0, 0, 0n];
  while (at + 27 <= bytes.byteLength && letters(bytes, at, 4) === 'OggS') {
    const place = bytes.getBigInt64(at + 6, true);
    const pieces = bytes.getUint8(at + 26);
    const content = at + 27 + pieces;
    if (content > bytes.byteLength) return undefined;
    let length = 0;
    for (let piece = 0; piece < pieces; piece++) length += bytes.getUint8(at + 27 + piece);
    if (at === 0) {
      if (letters(bytes, content, 8) !== 'OpusHead' || content + 12 > bytes.byteLength) return undefined;
      stream = bytes.getUint32(14, true);
      skipped = bytes.getUint16(content + 10, true);
    } else if (bytes.getUint32(at + 14, true) !== stream) return undefined;
    // A page on which no piece ends has no place in time: minus one.
    if (place > last) last = place;
    at = content + length;
  }
  return last > 0n && at === bytes.byteLength ? (Number(last) - skipped) / samplesPerSecond : undefined;
}
