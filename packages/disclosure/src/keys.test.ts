import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellKey, hardenedDraw, plainDraw, recordKey } from './keys.ts';
import { lookup, type PTable } from './ptable.ts';

const epochKey = Buffer.alloc(32, 'epoch');
const keys = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 30 });

describe('the example of the handbook', () => {
  /** A share of 2^64, in tenths. */
  const tenths = (n: bigint) => (n * 2n ** 64n) / 10n;

  test('record keys 0.9, 0.3, 0.6 give cell key 0.8 exactly, where doubles do not', () => {
    expect(plainDraw(cellKey([tenths(9n), tenths(3n), tenths(6n)]))).toBe(0.8);
    expect((0.9 + 0.3 + 0.6) % 1).not.toBe(0.8);
  });

  test('a count of 3 with cell key 0.8 gets noise +1 and becomes 4', () => {
    const entries = [
      { v: -1, p: 0.3, ub: 0.3 },
      { v: 0, p: 0.4, ub: 0.7 },
      { v: 1, p: 0.3, ub: 1 },
    ];
    const rows = [0, 1, 2, 3].map((i) => ({ i, entries, mean: 0, variance: 0.6 }));
    const table: PTable = { D: 1, V: 0.6, js: 0, rows };
    expect(3 + lookup(table, 3, plainDraw(cellKey([tenths(9n), tenths(3n), tenths(6n)])))).toBe(4);
  });
});

test('a record key is the first 8 bytes of the keyed hash, big-endian', () => {
  const hash = createHmac('sha256', epochKey).update('Amal').digest('hex');
  expect(recordKey(epochKey, 'Amal').toString(16).padStart(16, '0')).toBe(hash.slice(0, 16));
});

test('another epoch gives the same person an unrelated record key', () => {
  expect(recordKey(Buffer.alloc(32, 'next'), 'Amal')).not.toBe(recordKey(epochKey, 'Amal'));
});

test('the order of people does not change the cell key', () => {
  const shuffled = keys.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(fc.property(shuffled, ([all, mixed]) => cellKey(all) === cellKey(mixed)));
});

test('a sum made by SQL gives the same cell key as the single record keys', () => {
  fc.assert(fc.property(keys, (all) => cellKey([all.reduce((sum, key) => sum + key, 0n)]) === cellKey(all)));
});

test('a cell key is an unsigned 64-bit integer', () => {
  expect(cellKey([])).toBe(0n);
  expect(cellKey([2n ** 64n - 1n, 2n])).toBe(1n);
});

test('the hardened draw has the documented bytes', () => {
  const message = Buffer.from(
    `${Buffer.from('ckm1').toString('hex')}0123456789abcdef000000000000002a`,
    'hex',
  );
  const hash = createHmac('sha256', epochKey).update(message).digest('hex');
  const first53 = BigInt(`0x${hash.slice(0, 16)}`) / 2n ** 11n;
  expect(hardenedDraw(epochKey, 0x0123456789abcdefn, 42)).toBe(Number(first53) / 2 ** 53);
});

test('the hardened draw depends on key, cell, and count, and lies in [0, 1)', () => {
  const one = hardenedDraw(epochKey, 1n, 12);
  const others = [
    hardenedDraw(Buffer.alloc(32, 'next'), 1n, 12),
    hardenedDraw(epochKey, 2n, 12),
    hardenedDraw(epochKey, 1n, 13),
  ];
  expect(others).not.toContain(one);
  for (const u of [one, ...others]) expect(u >= 0 && u < 1).toBe(true);
});
