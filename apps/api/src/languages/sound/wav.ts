import { letters } from './letters.ts';

/** Plain samples, samples as floats, and the form that says the same in a longer header: what every browser plays. */
const codings = [1, 3, 0xfffe];

/** The length of a WAV file in seconds (RIFF, "WAVE"; chunks of a name, a length, and so many bytes, padded to even). */
export function readWav(bytes: DataView): number | undefined {
  if (letters(bytes, 0, 4) !== 'RIFF' || letters(bytes, 8, 4) !== 'WAVE') return undefined;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const [name, length] = [letters(bytes, at, 4), bytes.getUint32(at + 4, true)];
    const end = at + 8 + length;
    if (name === 'fmt ' && length >= 16 && end <= bytes.byteLength) {
      if (!codings.includes(bytes.getUint16(at + 8, true))) return undefined;
      bytesPerSecond = bytes.getUint32(at + 16, true);
    }
    if (name === 'data' && bytesPerSecond > 0) {
      // Recorders that were cut off leave a length that is too long, or none.
      const sounding = Math.min(length || bytes.byteLength, bytes.byteLength - at - 8);
      return sounding / bytesPerSecond;
    }
    at = end + (length % 2);
  }
  return undefined;
}
