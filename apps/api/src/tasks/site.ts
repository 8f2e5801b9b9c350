import { readFileSync } from 'node:fs';
import { Site } from '@kannwas/schema/sites';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly, settings } from '../server.ts';
import { saveSite } from '../sites/store.ts';

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
    await saveSite(db, read.data);
    process.stdout.write(`${read.data.name} is ready: ${read.data.districts.length} districts.\n`);
  } finally {
    await close();
  }
}

site(process.argv[2]).catch(failClearly);
