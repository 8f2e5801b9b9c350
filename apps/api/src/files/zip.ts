import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { openPromise, type ZipFile } from 'yauzl';

/** A file within a zip, with its length unpacked. */
export type Zipped = { name: string; bytes: number };

/** The files in a zip. @throws Error in plain words when it is not there, or no whole zip */
export async function listZip(path: string): Promise<Zipped[]> {
  return withZip(path, async (zip) => {
    const files: Zipped[] = [];
    for await (const { fileName, uncompressedSize } of zip.eachEntry()) {
      if (!fileName.endsWith('/')) files.push({ name: basename(fileName), bytes: uncompressedSize });
    }
    return files;
  });
}

/** Unpacks one file of a zip as a stream: it is never in memory as a whole. @throws Error as `listZip` */
export async function unzipping<T>(
  path: string,
  name: string,
  read: (bytes: Readable) => Promise<T>,
): Promise<T> {
  return withZip(path, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      if (basename(entry.fileName) === name) return read(await zip.openReadStreamPromise(entry));
    }
    throw new Error(`${path} no longer holds ${name}.`);
  });
}

async function withZip<T>(path: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error: unknown) => {
    throw plain(path, error);
  });
  try {
    return await work(zip);
  } finally {
    zip.close();
  }
}

function plain(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new Error(`There is no file ${path}.`);
  if (code === 'EISDIR') return new Error(`${path} is a folder. Name the file itself.`);
  return new Error(`${path} is not a zip, or was cut off on its way here. Download it again.`, {
    cause: error,
  });
}
