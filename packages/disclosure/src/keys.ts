import { createHmac, type KeyObject } from 'node:crypto';

/**
 * Makes the record key of one person for one epoch: an unsigned 64-bit integer that looks random without the epoch key.
 *
 * Bytes: HMAC-SHA-256(epochKey, personId as UTF-8); its first 8 bytes, big-endian.
 */
export function recordKey(epochKey: Uint8Array | KeyObject, personId: string): bigint {
  return createHmac('sha256', epochKey).update(personId, 'utf8').digest().readBigUInt64BE(0);
}

/**
 * Adds the record keys of everybody in a cell, modulo 2^64: the same people give the same key in any order.
 *
 * Integers, because float sums depend on their order. A sum made by SQL (`sum(numeric)`) passes as a list of one.
 */
export function cellKey(recordKeys: readonly bigint[]): bigint {
  const total = recordKeys.reduce((sum, key) => sum + key, 0n);
  return BigInt.asUintN(64, total);
}

/**
 * Draws from [0, 1] as the published method does: cell key / 2^64. Only for checking conformance with other software.
 *
 * Keys within 2^10 of 2^64 round to 1, which `lookup` takes for the last noise.
 */
export function plainDraw(cellKey: bigint): number {
  return Number(cellKey) / 2 ** 64;
}

/**
 * Draws from [0, 1) so that not even known record keys tell the noise: the default.
 *
 * Bytes: HMAC-SHA-256(epochKey, "ckm1" in ASCII ‖ cell key ‖ n), both numbers as 8 bytes big-endian; its first 53 bits / 2^53.
 */
export function hardenedDraw(epochKey: Uint8Array | KeyObject, cellKey: bigint, n: number): number {
  const message = Buffer.alloc(20);
  message.write('ckm1', 'ascii');
  message.writeBigUInt64BE(cellKey, 4);
  message.writeBigUInt64BE(BigInt(n), 12);
  const first64 = createHmac('sha256', epochKey).update(message).digest().readBigUInt64BE(0);
  return Number(first64 >> 11n) / 2 ** 53;
}
