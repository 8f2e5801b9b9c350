import { letters } from './letters.ts';

/** The elements of WebM that matter here, by their ids (RFC 9559); those in `open` are looked into. */
const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  codec: 0x86,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
};
const open = new Set([
  ids.ebml,
  ids.segment,
  ids.info,
  ids.tracks,
  ids.trackEntry,
  ids.cluster,
  ids.blockGroup,
]);

/**
 * The length in seconds of Opus in WebM. Browsers record without writing how long it became: then the place in time of
 * the last block tells. Anything with a track that is not Opus, such as a picture, is refused.
 */
export function readWebm(bytes: DataView): number | undefined {
  if (bytes.byteLength < 4 || bytes.getUint32(0) !== ids.ebml) return undefined;
  let [docType, scale, duration, cluster, last, blocks] = ['', 1_000_000, 0, 0, 0, 0];
  const codecs: string[] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const id = numberAt(bytes, at, 'with its length');
    const length = id && numberAt(bytes, at + id.width, 'without');
    if (!id || !length) return undefined;
    const content = at + id.width + length.width;
    const end = content + length.value;
    if (open.has(id.value)) {
      at = content;
      continue;
    }
    if (end > bytes.byteLength) return undefined;
    if (id.value === ids.docType) docType = letters(bytes, content, length.value).replace(/\0+$/, '');
    if (id.value === ids.codec) codecs.push(letters(bytes, content, length.value));
    if (id.value === ids.timestampScale) scale = wholeAt(bytes, content, length.value);
    if (id.value === ids.duration) duration = fractionAt(bytes, content, length.value);
    if (id.value === ids.timestamp) cluster = wholeAt(bytes, content, length.value);
    if (id.value === ids.simpleBlock || id.value === ids.block) {
      // Number of the track, one byte as there are few; then the place in time within the cluster.
      if (length.value < 4) return undefined;
      blocks += 1;
      last = Math.max(last, cluster + bytes.getInt16(content + 1));
    }
    at = end;
  }
  const isOpus = codecs.length === 1 && codecs[0] === 'A_OPUS';
  if (docType !== 'webm' || !isOpus || blocks === 0 || !Number.isFinite(duration)) return undefined;
  return (Math.max(duration, last) * scale) / 1e9;
}

/** A number whose first byte tells by its leading zeros how many bytes it has; all ones means unknown: endless. */
function numberAt(bytes: DataView, at: number, marker: 'with its length' | 'without') {
  if (at >= bytes.byteLength) return undefined;
  const first = bytes.getUint8(at);
  const width = Math.clz32(first) - 23;
  if (width > 8 || at + width > bytes.byteLength) return undefined;
  let value = marker === 'without' ? first & (0xff >> width) : first;
  let unknown = (first & (0xff >> width)) === 0xff >> width;
  for (let place = 1; place < width; place++) {
    const byte = bytes.getUint8(at + place);
    unknown &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { width, value: unknown && marker === 'without' ? Number.POSITIVE_INFINITY : value };
}

function wholeAt(bytes: DataView, at: number, length: number): number {
  let value = 0;
  for (let place = at; place < at + length; place++) value = value * 256 + bytes.getUint8(place);
  return value;
}

function fractionAt(bytes: DataView, at: number, length: number): number {
  if (length === 4) return bytes.getFloat32(at);
  return length === 8 ? bytes.getFloat64(at) : 0;
}
