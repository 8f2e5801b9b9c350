import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { built } from './town.ts';

/**
 * Puts another version of the pages into a folder, as a new build makes one: every file with a hash in its name has another
 * name, the old ones are gone, and some words are different.
 */
export async function makeNewVersion(
  folder: string,
  words: readonly [from: string, to: string],
): Promise<void> {
  await cp(built, folder, { recursive: true });
  const files = await readdir(folder, { recursive: true });
  // The server then sends the files as they are.
  for (const file of files.filter((name) => /\.(br|gz)$/.test(name))) await rm(join(folder, file));
  const rest = files.filter((name) => !/\.(br|gz)$/.test(name));
  const hashes = rest.flatMap((name) => /assets\/.*-([\w-]{8})\.\w+$/.exec(name)?.[1] ?? []);
  const renamed = new Map(hashes.map((hash) => [hash, [...hash].reverse().join('')]));
  const anew = (text: string) =>
    text.replace(/(?<=-)[\w-]{8}(?=\.(?:js|css|svg|woff2))/g, (hash) => renamed.get(hash) ?? hash);
  for (const name of rest.filter((name) => /\.(html|js|css|json|webmanifest)$/.test(name))) {
    const path = join(folder, name);
    await writeFile(path, anew(await readFile(path, 'utf8')).replaceAll(...words));
  }
  for (const name of rest.filter((name) => anew(name) !== name)) {
    await rename(join(folder, name), join(folder, anew(name)));
  }
  await renewWorker(folder);
}

/** The worker knows documents by their checksums. */
async function renewWorker(folder: string): Promise<void> {
  const path = join(folder, 'worker.js');
  let worker = await readFile(path, 'utf8');
  for (const [whole, address = ''] of worker.matchAll(/[`"'](\/[^`"']*)[`"'],[`"']sha256-[^`"']+[`"']/g)) {
    const file = address.endsWith('.html') ? address : join(address, 'index.html');
    const hash = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('base64');
    worker = worker.replace(whole, `"${address}","sha256-${hash}"`);
  }
  // Two versions never share a name; the build makes it from the list of files.
  await writeFile(
    path,
    worker.replace(/(?<=[-`"'])[0-9a-f]{12}(?=[`"'])/, (version) => [...version].reverse().join('')),
  );
}
