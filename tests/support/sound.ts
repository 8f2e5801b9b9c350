/** A tone of so many seconds as a WAV file: one channel, 8,000 samples a second of one byte each. */
export function wav(seconds: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * 8_000);
  const bytes = Buffer.alloc(44 + samples);
  bytes.write('RIFF');
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, samples],
  ] as const)
    bytes.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    bytes.writeUInt16LE(value, at);
  bytes.write('data', 36);
  for (let at = 0; at < samples; at++) bytes[44 + at] = 128 + Math.round(90 * Math.sin(at / 3));
  return new Uint8Array(bytes);
}
