import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundOf } from './sound.ts';

const fixtures = new URL('../../../../../tests/fixtures/sound/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)));

/** Samples of silence as a WAV file, as any recorder writes it. */
function wav({ seconds, rate = 8_000, coding = 1 }: { seconds: number; rate?: number; coding?: number }) {
  const samples = Buffer.alloc(Math.round(seconds * rate) * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF');
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(coding, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

test.each([
  ['tone.ogg', 'audio/ogg'],
  ['tone.webm', 'audio/webm'],
  ['live.webm', 'audio/webm'],
  ['tone.mp3', 'audio/mpeg'],
])('%s is told by its bytes as %s of about 0.6 seconds', (name, type) => {
  const sound = soundOf(bytesOf(name));
  expect(sound?.type).toBe(type);
  // MP3 begins with a frame of its own and ends with a padded one.
  expect(sound?.milliseconds).toBeGreaterThanOrEqual(590);
  expect(sound?.milliseconds).toBeLessThanOrEqual(730);
});

test('a WAV file is as long as its samples, whatever its rate, also when the recorder was cut off', () => {
  expect(soundOf(wav({ seconds: 1.5 }))).toEqual({ type: 'audio/wav', milliseconds: 1500 });
  expect(soundOf(wav({ seconds: 2, rate: 44_100 }))).toEqual({ type: 'audio/wav', milliseconds: 2000 });
  expect(soundOf(wav({ seconds: 2 }).subarray(0, 44 + 8_000))?.milliseconds).toBe(500);
});

test('tags before and after do not change what an MP3 is', () => {
  const tag = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 2, ...Buffer.alloc(130)]);
  const foot = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]);
  const plain = soundOf(bytesOf('tone.mp3'));
  expect(soundOf(Buffer.concat([tag, bytesOf('tone.mp3'), foot]))).toEqual(plain);
});

test('what not every phone plays is refused: Vorbis, compressed WAV, pictures, scripts that begin like sound', () => {
  expect(soundOf(bytesOf('vorbis.ogg'))).toBeUndefined();
  expect(soundOf(wav({ seconds: 1, coding: 0x55 }))).toBeUndefined();
  const page = '<script>alert(1)</script>';
  for (const start of ['', 'ID3', 'OggS', 'RIFF0000WAVE', '\u00ff\u00fb']) {
    expect(soundOf(Buffer.from(start + page, 'latin1'))).toBeUndefined();
    expect(soundOf(Buffer.from(page + start, 'latin1'))).toBeUndefined();
  }
  expect(soundOf(Buffer.concat([bytesOf('tone.mp3'), Buffer.from(page)]))).toBeUndefined();
  expect(soundOf(Buffer.concat([bytesOf('tone.ogg'), Buffer.from(page)]))).toBeUndefined();
  expect(soundOf(new Uint8Array())).toBeUndefined();
});

test('broken files are read to an end, and never to a length that is no number', () => {
  const whole = ['tone.ogg', 'tone.webm', 'live.webm', 'tone.mp3'].map(bytesOf);
  whole.push(new Uint8Array(wav({ seconds: 0.05 })));
  const change = fc.record({ at: fc.nat(1600), byte: fc.nat(255) });
  const broken = fc
    .record({
      file: fc.constantFrom(...whole),
      changes: fc.array(change, { maxLength: 8 }),
      end: fc.nat(5000),
    })
    .map(({ file, changes, end }) => {
      const bytes = file.slice(0, end);
      for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const sound = soundOf(bytes);
      if (sound) expect(Number.isFinite(sound.milliseconds)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
