import { readBackup } from '../db/backup.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { settings } from '../server.ts';

/** `pnpm restore FILE`: reads a backup into a new, empty database, of the other engine if you like. */
async function restore(file: string | undefined): Promise<void> {
  if (!file) throw new Error('Say from where: pnpm restore FILE');
  const { db, close } = await openDatabase(settings());
  try {
    const rows = await readBackup(db, file);
    process.stdout.write(
      `${rows} rows were restored from ${file}. Start with the secret key of that time (secret.key, SECRET_KEY).\n`,
    );
  } finally {
    await close();
  }
}

restore(process.argv[2]).catch(failClearly);
