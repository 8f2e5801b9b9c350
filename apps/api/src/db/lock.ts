import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the data folder for this process alone. PGlite has no lock of its own, and a second opener silently destroys
 * acknowledged writes. SQLite brings what Node lacks: a lock of the operating system, which ends with the process
 * however it ends, so that nothing stale is left after a crash.
 * @param wait milliseconds for which another process may still finish; the whole process waits
 * @returns a function that gives the folder back
 * @throws Error when another process has the folder
 */
export function lockFolder(folder: string, wait = 0): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: wait });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch {
    lock.close();
    throw new Error(
      `Another Kannwas is using the data folder ${folder}. Stop it first, or give this one a folder of its own (DATA_FOLDER).`,
    );
  }
  return () => lock.close();
}
