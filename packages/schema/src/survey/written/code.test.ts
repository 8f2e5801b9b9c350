import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOf, newResponseCode, ResponseCode } from './code.ts';

const isCode = (typed: string) => ResponseCode.safeParse(typed).success;
const code = fc.constant(null).map(newResponseCode);
const place = fc.integer({ min: 0, max: 19 });

/** The code with its digits in another script; zero is the first character of each script's ten. */
const written = (plain: string, zero: number) =>
  plain.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

test('a new code is twenty digits and is accepted', () => {
  fc.assert(
    fc.property(code, (fresh) => {
      expect(fresh).toMatch(/^\d{20}$/);
      expect(isCode(fresh)).toBe(true);
    }),
  );
});

test('every digit comes up about as often', () => {
  const digits = Array.from({ length: 1000 }, () => newResponseCode().slice(0, 19)).join('');
  for (const digit of '0123456789') {
    // 19,000 draws: 1,900 expected, standard deviation 41; six of them never happen by chance.
    expect(Math.abs(digits.split(digit).length - 1 - 1900)).toBeLessThan(250);
  }
});

test('any single wrong digit is found', () => {
  fc.assert(
    fc.property(code, place, fc.integer({ min: 1, max: 9 }), (right, at, off) => {
      const wrong = (Number(right[at]) + off) % 10;
      expect(isCode(right.slice(0, at) + wrong + right.slice(at + 1))).toBe(false);
    }),
  );
});

test('two neighbours that were swapped are found, except 0 and 9', () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 0, max: 18 }), (right, at) => {
      const [first = '', second = ''] = right.slice(at);
      if (first === second) return;
      const swapped = right.slice(0, at) + second + first + right.slice(at + 2);
      // Luhn adds 0 for 0 and 9 for 9 whether doubled or not, so this one swap is beyond it.
      expect(isCode(swapped)).toBe([first, second].toSorted().join('') === '09');
    }),
  );
});

test('a missing or an additional digit is found', () => {
  fc.assert(
    fc.property(code, place, (right, at) => {
      expect(isCode(right.slice(0, at) + right.slice(at + 1))).toBe(false);
      expect(isCode(right.slice(0, at) + right[at] + right.slice(at))).toBe(false);
    }),
  );
});

test('the code may be typed in groups, with dashes, and in the digits of Arabic and Persian', () => {
  fc.assert(
    fc.property(code, (plain) => {
      const typed = [
        groupsOf(plain),
        groupsOf(plain).replaceAll(' ', '-'),
        ` ${plain}\n`,
        written(plain, 0x0660),
        written(groupsOf(plain), 0x06f0),
      ];
      for (const way of typed) expect(ResponseCode.parse(way)).toBe(plain);
    }),
  );
});

test('the code is shown in five groups of four', () => {
  expect(groupsOf('12345678901234567890')).toBe('1234 5678 9012 3456 7890');
});
