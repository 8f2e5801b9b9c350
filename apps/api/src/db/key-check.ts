import type { Db } from './database.ts';

/**
 * Refuses to work with another secret key than the one that this database began with: codes would open nothing, and
 * nobody would know why. @param fingerprint of the key, see `fingerprintOf`
 * @throws Error that tells the operator what to bring back
 */
export async function requireSameKey(db: Db, fingerprint: string): Promise<void> {
  const known = () => db.selectFrom('key_check').selectAll().execute();
  if ((await known()).length === 0) {
    await db
      .insertInto('key_check')
      .values({ hash: fingerprint })
      .onConflict((already) => already.doNothing())
      .execute();
  }
  if ((await known()).every(({ hash }) => hash === fingerprint)) return;
  throw new Error(
    'This database began with another secret key; with this one no response code would open anything. ' +
      'Bring back the SECRET_KEY, or the file secret.key, of that time. Nothing was changed.',
  );
}
