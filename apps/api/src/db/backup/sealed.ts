import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { seal, unseal } from '../../sealing.ts';

/** A line that only the key of its person opens: the name of the table, the id of the key, the sealed rows. */
export function sealedLine(table: string, keyId: string, key: Uint8Array, rows: readonly string[]): string {
  // Sealed text cannot be made shorter any more, so that is done before.
  const sealed = seal(key, deflateRawSync(rows.join('\n')), `${table} ${keyId}`);
  return `${table} ~${keyId} ${sealed.toString('base64')}\n`;
}

/** The table and the rows of any line; no rows where the key of their person is gone. */
export function rowsOfLine(
  line: string,
  keys: ReadonlyMap<string, Uint8Array>,
): { table: string; rows: readonly string[]; without?: string } {
  const space = line.indexOf(' ');
  const table = line.slice(0, space);
  const rest = line.slice(space + 1);
  if (!rest.startsWith('~')) return { table, rows: [rest] };
  const [keyId = '', sealed = ''] = rest.slice(1).split(' ');
  const key = keys.get(keyId);
  if (!key) return { table, rows: [], without: keyId };
  const opened = unseal(key, Buffer.from(sealed, 'base64'), `${table} ${keyId}`);
  return { table, rows: inflateRawSync(opened).toString().split('\n') };
}
