import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listZip, unzipping } from '../../files/zip.ts';
import { escoLists, kldbList, type List } from './lists.ts';

/** One list to be imported: what it is, and how to read it. */
export type Source = {
  list: List;
  language: string;
  /** As its file says; empty when it does not. */
  version: string;
  /** The name of the file the rows are in. */
  name: string;
  bytes: number;
  /** Of the file that the operator named: an import that was interrupted goes on with the very same file only. */
  hash: string;
  unpack: <T>(read: (bytes: Readable) => Promise<T>) => Promise<T>;
};

/**
 * Finds the lists in official zips of ESCO.
 * @throws Error in plain words when one is no such zip, or two hold the same list
 */
export async function escoSources(paths: readonly string[]): Promise<Source[]> {
  const found: Source[] = [];
  for (const path of paths) {
    const files = await listZip(path);
    const here = await sourcesIn(path, files);
    if (here.length === 0) {
      const names = files.map(({ name }) => name).join(', ') || 'nothing';
      throw new Error(
        `${path} holds no list of ESCO (occupations_de.csv, skills_de.csv, occupationSkillRelations.csv, ISCOGroups_de.csv) but ${names}. Take the zip “classification · csv” from esco.ec.europa.eu.`,
      );
    }
    found.push(...here);
  }
  return onceEach(found);
}

async function sourcesIn(path: string, files: { name: string; bytes: number }[]): Promise<Source[]> {
  const hash = await hashOf(path);
  const [, version = ''] = /\bv(\d+(?:\.\d+)*)\b/.exec(basename(path)) ?? [];
  return files.flatMap(({ name, bytes }) => {
    const list = escoLists.find(({ file }) => file.test(name));
    if (!list) return [];
    const [, language = ''] = list.file.exec(name) ?? [];
    const unpack: Source['unpack'] = (read) => unzipping(path, name, read);
    return [{ list, language, version, name, bytes, hash, unpack }];
  });
}

/** Zips of several languages each bring the relations, which know no language: those of the newest version do. */
function onceEach(found: readonly Source[]): Source[] {
  const byList = Map.groupBy(found, ({ list, language }) => `${list.kind} ${language}`);
  return [...byList.values()].flatMap((same) => {
    const [first, second] = same.toSorted((a, b) => compareVersions(b.version, a.version));
    if (first && second && first.list.kind !== 'relations') {
      throw new Error(
        `${first.name} is in two of the files. Import one of them, the newer version if in doubt.`,
      );
    }
    return first ? [first] : [];
  });
}

/** The file of the Bundesagentur für Arbeit that leads from ESCO to the KldB 2010. @throws Error when there is none */
export async function kldbSource(path: string): Promise<Source> {
  const { size } = await stat(path).catch(() => {
    throw new Error(`There is no file ${path}.`);
  });
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
  await file.close();
  const start = buffer.toString('utf8', 0, bytesRead);
  const name = basename(path);
  if (start.startsWith('PK')) throw new Error(`${name} is a zip. Unpack it, and import the CSV file in it.`);
  const [, version = ''] = /^Mapping project version,"?(\d+)/m.exec(start) ?? [];
  const unpack: Source['unpack'] = (read) => read(createReadStream(path));
  return { list: kldbList, language: '', version, name, bytes: size, hash: await hashOf(path), unpack };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Below 0 when the first is older; 1.1 is older than 1.1.1, and no version is older than any. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [a, b].map((version) => version.split('.').map(Number));
  for (let place = 0; place < Math.max(as?.length ?? 0, bs?.length ?? 0); place++) {
    const difference = (as?.[place] ?? -1) - (bs?.[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
