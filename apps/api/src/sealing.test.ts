import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealing.ts';

const key = randomBytes(32);

test('what was sealed opens with its key, for what it belongs to, and never twice in the same way', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, about) => {
      const sealed = seal(key, plain, about);
      expect(unseal(key, sealed, about)).toEqual(Buffer.from(plain));
      expect(seal(key, plain, about)).not.toEqual(sealed);
    }),
  );
});

test('it opens neither with another key, nor for somebody else, nor with one bit turned round', () => {
  const sealed = seal(key, 'Amal', 'hettstedt amal');
  expect(() => unseal(randomBytes(32), sealed, 'hettstedt amal')).toThrow();
  expect(() => unseal(key, sealed, 'hettstedt berhane')).toThrow();
  fc.assert(
    fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
      const turned = Buffer.from(sealed);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(key, turned, 'hettstedt amal')).toThrow();
    }),
  );
});
