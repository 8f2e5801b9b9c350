import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys for separate purposes, derived from one secret that is never in the database (HKDF, RFC 5869). */
export type Secrets = { codes: Buffer; sessions: Buffer; disclosure: Buffer; keys: Buffer };

/** Derives the keys. @param root 32 random bytes */
export function deriveSecrets(root: Uint8Array): Secrets {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `kannwas ${purpose}`, 32));
  return { codes: key('codes'), sessions: key('sessions'), disclosure: key('disclosure'), keys: key('keys') };
}

const fileIn = (folder: string) => join(folder, 'secret.key');

/** Reads the secret from the settings, else from the data folder, where the first start puts a new one. */
export function readSecrets(secretKey: string | undefined, folder: string): Secrets {
  if (secretKey) return deriveSecrets(Buffer.from(secretKey, 'hex'));
  const file = fileIn(folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  const root = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (root.length !== 32)
    throw new Error(`${file} should hold 64 hexadecimal digits. Restore it from your backup.`);
  return deriveSecrets(root);
}

/** The secret that is there already; undefined where there is none yet. */
export function findSecrets(secretKey: string | undefined, folder: string): Secrets | undefined {
  return secretKey || existsSync(fileIn(folder)) ? readSecrets(secretKey, folder) : undefined;
}

/** The only form in which a response code is kept: without the key, even all 2^63 codes cannot be tried. */
export function codeHash(secrets: Secrets, code: string): string {
  return createHmac('sha256', secrets.codes).update(code).digest('base64url');
}

/** Tells keys apart without giving anything of them away. */
export const fingerprintOf = (secrets: Secrets): string => codeHash(secrets, 'which key this is');
