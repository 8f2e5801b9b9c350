import * as z from 'zod/mini';

/**
 * A response code: 19 random digits and one check digit (Luhn, ISO/IEC 7812-1), 63 random bits, shown in five groups
 * of four. Digits, because they can be read over the phone in every language and typed on the number pad.
 */
export const ResponseCode = z.string().check(
  z.overwrite(toPlainDigits),
  z.regex(/^\d{20}$/),
  z.refine((code) => checkDigit(code.slice(0, 19)) === code[19], { params: { code: 'checkDigit' } }),
);
export type ResponseCode = z.infer<typeof ResponseCode>;

/** Makes a new code from the secure random source of the device. */
export function newResponseCode(): ResponseCode {
  // Bytes of 250 and above are thrown away, or some digits would come up more often than others.
  const digits: number[] = [];
  while (digits.length < 19) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 250) digits.push(byte % 10);
  }
  const body = digits.join('');
  return body + checkDigit(body);
}

/** The code as it is read aloud and printed: 1234 5678 … */
export function groupsOf(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** Accepts spaces, dashes, and the digits of any script (٣, ۳, ፫ has no zero and is not used for codes). */
function toPlainDigits(typed: string): string {
  return typed
    .replace(/[\s\u00a0-]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

function checkDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
