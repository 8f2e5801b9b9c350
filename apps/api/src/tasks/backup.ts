import { writeBackup } from '../db/backup.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { settings } from '../server.ts';

/** `pnpm backup FILE`: the whole database in one file. The embedded one has to be stopped first. */
async function backup(file: string | undefined): Promise<void> {
  if (!file) throw new Error('Say where to: pnpm backup FILE');
  const { db, close } = await openDatabase(settings());
  try {
    const rows = await writeBackup(db, file);
    process.stdout.write(
      `${rows} rows are safe in ${file}. Keep the secret key too, at another place: without it no code opens a response.\n`,
    );
  } finally {
    await close();
  }
}

backup(process.argv[2]).catch(failClearly);
