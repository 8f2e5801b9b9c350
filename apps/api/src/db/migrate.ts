import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Db } from './database.ts';
import { migrations } from './migrations/index.ts';

/** Brings the schema up to this program. @throws Error when the database belongs to a newer program. */
export async function migrate(db: Db): Promise<void> {
  const newer = (await appliedMigrations(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (newer.length > 0) {
    throw new Error(
      `This database was last opened by a newer Kannwas (it knows ${newer.join(', ')}). ` +
        'Start that version, or restore a backup made by this one. Nothing was changed.',
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** The names of the migrations that this database has seen; none on a new one. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const {
    rows: [table],
  } = await sql<{ known: boolean }>`
    select to_regclass('kysely_migration') is not null as known`.execute(db);
  if (!table?.known) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
