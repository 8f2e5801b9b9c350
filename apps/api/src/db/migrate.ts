import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Db } from './database.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings the schema up to this program, or up to one of its migrations.
 * @throws Error when the database belongs to a newer program
 */
export async function migrate(db: Db, upTo?: string): Promise<void> {
  refuseNewer('This database was last opened', await appliedMigrations(db));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
}

/** @throws Error when one of these migrations is unknown to this program */
export function refuseNewer(what: string, applied: readonly string[]): void {
  const newer = applied.filter((name) => !Object.hasOwn(migrations, name));
  if (newer.length === 0) return;
  throw new Error(
    `${what} by a newer Kannwas (it knows ${newer.join(', ')}). ` +
      'Start that version, or restore a backup made by this one. Nothing was changed.',
  );
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
