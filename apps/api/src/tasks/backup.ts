import { settings } from '../config.ts';
import { writeBackup } from '../db/backup/write.ts';
import { requireSameKey } from '../db/key-check.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { fingerprintOf, readSecrets } from '../secrets.ts';

/** `pnpm backup FILE`: the whole database in one file, the keys of people beside it. The embedded one has to be stopped first. */
async function backup(file: string | undefined): Promise<void> {
  if (!file) throw new Error('Say where to: pnpm backup FILE');
  const config = settings();
  const { db, close } = await openDatabase(config);
  try {
    await migrate(db);
    const secrets = readSecrets(config.SECRET_KEY, config.DATA_FOLDER);
    await requireSameKey(db, fingerprintOf(secrets));
    const rows = await writeBackup(db, secrets, file);
    process.stdout.write(
      `${rows} rows are safe in ${file}, and the keys to them in kannwas.keys beside it. Keep only the newest of those, or ` +
        'whoever was erased could be read in old backups. Keep the secret key too, at another place: without it nothing opens.\n',
    );
  } finally {
    await close();
  }
}

backup(process.argv[2]).catch(failClearly);
