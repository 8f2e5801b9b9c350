import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Writes lines, zipped, under a name that says that they are not finished. @returns what gives them their own name */
export async function writeZipped(file: string, lines: AsyncIterable<string>): Promise<() => Promise<void>> {
  const unfinished = `${file}.unfinished`;
  await pipeline(Readable.from(lines), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
  return async () => {
    // On the disk before the name says what it is.
    const written = await open(unfinished, 'r+');
    await written.sync();
    await written.close();
    await rename(unfinished, file);
  };
}

/** Opens a zipped file and hands its lines to a reader, who may stop early. @throws Error when it is cut off */
export async function unzipped<T>(
  file: string,
  read: (lines: AsyncGenerator<string>) => Promise<T>,
): Promise<T> {
  const zipped = createReadStream(file);
  const text = zipped.pipe(createGunzip());
  zipped.on('error', (error) => text.destroy(error));
  try {
    return await read(linesIn(text));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR')
      throw new Error(`${file} is cut off or no backup.`);
    throw error;
  } finally {
    zipped.destroy();
    text.destroy();
  }
}

async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
