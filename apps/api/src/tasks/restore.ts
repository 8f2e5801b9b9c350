import { settings } from '../config.ts';
import { readBackup } from '../db/backup/read.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { findSecrets } from '../secrets.ts';
import { listSites } from '../sites/store.ts';
import { forgetStrangers } from '../snapshots/forget.ts';

/** `pnpm restore FILE`: reads a backup into a new, empty database, of the other engine if you like. */
async function restore(file: string | undefined): Promise<void> {
  if (!file) throw new Error('Say from where: pnpm restore FILE');
  const config = settings();
  const secrets = findSecrets(config.SECRET_KEY, config.DATA_FOLDER);
  const { db, close } = await openDatabase(config);
  try {
    const { rows, leftOut } = await readBackup(db, secrets, file);
    if (secrets && leftOut > 0) {
      for (const { id } of await listSites(db)) {
        await db.transaction().execute((tx) => forgetStrangers(tx, secrets, id));
      }
    }
    const erased =
      leftOut > 0 ? ` Left out, since their keys are gone: ${leftOut} people who were erased since.` : '';
    process.stdout.write(
      `${rows} rows were restored from ${file}.${erased} Start with the secret key of that time (secret.key, SECRET_KEY).\n`,
    );
  } finally {
    await close();
  }
}

restore(process.argv[2]).catch(failClearly);
