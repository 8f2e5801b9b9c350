import { readFileSync } from 'node:fs';
import { Site } from '@kannwas/schema/sites';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { settings } from '../server.ts';
import { listSites, saveSite } from '../sites/store.ts';

/** `pnpm site FILE.json`: founds a site, or gives it a new name, languages, and districts. */
async function site(file: string | undefined): Promise<void> {
  if (!file) throw new Error('Say which: pnpm site FILE.json (README, "Run it for real", shows one)');
  const read = Site.safeParse({ demo: false, ...JSON.parse(readFileSync(file, 'utf8')) });
  if (!read.success) {
    const lines = read.error.issues.map(({ path, code }) => `  ${path.join('.') || 'the file'}: ${code}`);
    throw new Error(`${file} does not describe a site:\n${lines.join('\n')}`);
  }
  const { db, close } = await openDatabase(settings());
  try {
    await migrate(db);
    // Everybody knows the passwords of the demo's staff, and its operator plays at every site of a database.
    const demo = (await listSites(db)).find((other) => other.demo);
    if (demo && !read.data.demo) {
      throw new Error(
        `This database holds the demo ${demo.name}. A real site needs one of its own (DATABASE_URL, DATA_FOLDER).`,
      );
    }
    await saveSite(db, read.data);
    process.stdout.write(`${read.data.name} is ready: ${read.data.districts.length} districts.\n`);
  } finally {
    await close();
  }
}

site(process.argv[2]).catch(failClearly);
