import { letters } from './letters.ts';

type Frame = { length: number; seconds: number };

/** Kilobits a second of MPEG 1 and of MPEG 2 and 2.5, layer III, by the four bits in the header of a frame. */
const bitrates = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const rates = [44_100, 48_000, 32_000];
/** Samples a second are halved in MPEG 2 and quartered in 2.5; the second of the four versions is reserved. */
const divisors = [4, undefined, 2, 1];

/**
 * The length of an MP3 in seconds: the sum of its frames, which follow each other from the first (after tags ID3v2) to the
 * last (before a tag ID3v1 or APE). Two frames are enough; what follows them must be a tag.
 */
export function readMp3(bytes: DataView): number | undefined {
  let at = afterTags(bytes);
  let [frames, seconds] = [0, 0];
  for (let frame = frameAt(bytes, at); frame; frame = frameAt(bytes, at)) {
    frames += 1;
    seconds += frame.seconds;
    at += frame.length;
  }
  const isWhole = at >= bytes.byteLength || /^(TAG|APETAGEX)/.test(letters(bytes, at, 8));
  return frames >= 2 && isWhole ? seconds : undefined;
}

/** Where the first frame begins, after all tags: their length is written in seven bits of each of four bytes. */
function afterTags(bytes: DataView): number {
  let at = 0;
  while (letters(bytes, at, 3) === 'ID3' && at + 10 <= bytes.byteLength) {
    const places = [at + 6, at + 7, at + 8, at + 9];
    const foot = (bytes.getUint8(at + 5) & 16) === 0 ? 0 : 10;
    at += 10 + foot + places.reduce((sum, place) => sum * 128 + (bytes.getUint8(place) & 127), 0);
  }
  return at;
}

function frameAt(bytes: DataView, at: number): Frame | undefined {
  if (at + 4 > bytes.byteLength) return undefined;
  const header = bytes.getUint32(at);
  const isLayerThree = header >>> 21 === 0x7ff && ((header >>> 17) & 3) === 1;
  const version = (header >>> 19) & 3;
  const divisor = divisors[version];
  const kilobits = bitrates[version === 3 ? 'one' : 'two'][(header >>> 12) & 15];
  const rate = rates[(header >>> 10) & 3];
  if (!isLayerThree || !divisor || !kilobits || !rate) return undefined;
  const samples = version === 3 ? 1152 : 576;
  const perSecond = rate / divisor;
  const padding = (header >>> 9) & 1;
  const length = Math.floor((samples * kilobits * 125) / perSecond) + padding;
  return { length, seconds: samples / perSecond };
}
