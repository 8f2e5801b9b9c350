import { problems } from '@kannwas/schema/problems';
import { questions } from '@kannwas/schema/survey/questions';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Line, sampleBody, sampleQuery } from './samples.ts';

/** Stands in much of what is typed; an answer that holds it has repeated what somebody typed. */
export const typedMark = 'Zq7Typed';

export type Attack = {
  params: Record<string, string>;
  query: string;
  headers: Record<string, string>;
  payload: string | Buffer | undefined;
};

const nasty = [
  '',
  ' ',
  '\u0000',
  `a\u0000${typedMark}`,
  '\ud800',
  `\udfff${typedMark}`,
  '\u202e\u200f\ufeff',
  '𝕬\u0301'.repeat(50),
  `'; drop table response; -- ${typedMark}`,
  `" or 1=1 -- ${typedMark}`,
  '%',
  '_%\\',
  '../../../etc/passwd',
  '%00',
  '%2e%2e%2f',
  `{{constructor.constructor('${typedMark}')()}}`,
  '#{7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'null',
  'NaN',
  '-0',
  '1e999',
  '9'.repeat(400),
  '0000-01-01T00:00:00Z',
  '2026-11-22T10:00:00.000Z',
  '9999-12-31T23:59:59Z',
  '2026-02-30',
  'hettstedt',
  'elsewhere',
  'no-answer',
  typedMark,
  typedMark.repeat(300),
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }).map((text) => text + typedMark) },
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    2 ** 53,
    -(2 ** 31) - 1,
    1e308,
    [],
    {},
    [[]],
    [null],
  ),
  fc.constantFrom(...Object.keys(questions)),
  fc.uuid({ version: 7 }),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 4 }),
  fc.array(hostileText, { maxLength: 30 }),
  fc.integer({ min: 1, max: 3000 }).map((depth) => nested(depth)),
  fc.record({ year: fc.oneof(fc.integer(), fc.double()), about: fc.boolean() }),
);

/** Arrays within arrays. */
export function nested(depth: number): unknown {
  let value: unknown = typedMark;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

/** What fits the endpoint with one or more places changed, removed, or added. */
function mutated(name: string): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    value: hostileValue,
    how: fc.constantFrom('put', 'drop', 'double'),
  });
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    let body: unknown = sampleBody(name) ?? {};
    for (const { at, value, how } of changes) body = changed(body, at, { value, how });
    return body;
  });
}

type Change = { value: unknown; how: string };

function changed(part: unknown, at: number, change: Change): unknown {
  if (part === null || typeof part !== 'object') return change.value;
  if (change.how === 'double' && Array.isArray(part)) return [...part, ...part];
  const keys = Object.keys(part);
  const key = keys[at % (keys.length + 1)];
  if (key === undefined) return change.how === 'put' ? change.value : { ...part, [typedMark]: change.value };
  const deeper = Math.floor(at / (keys.length + 1));
  const entries = Object.entries(part).flatMap(([name, value]) => {
    if (name !== key) return [[name, value]];
    if (change.how === 'drop' && deeper % 2 === 0) return [];
    return [[name, deeper % 3 === 0 ? change.value : changed(value, deeper, change)]];
  });
  return Array.isArray(part) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

const brokenJson = fc.constantFrom(
  '{',
  '}',
  '{"a":}',
  '[1,]',
  'undefined',
  `{"__proto__":{"${typedMark}":1}}`,
  `{"constructor":{"prototype":{"x":1}}}`,
  '{"events":[{"__proto__":null}]}',
  `{"a":1e999,"${typedMark}":-1e999}`,
  '\ufeff{}',
  '{"a":"\u0000"}',
  `${'['.repeat(50_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
);

const payloadOf = (name: string): fc.Arbitrary<string | Buffer | undefined> =>
  fc.oneof(
    { weight: 6, arbitrary: mutated(name).map((body) => JSON.stringify(body)) },
    { weight: 2, arbitrary: hostileValue.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: brokenJson },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

/** A file that fits, cut off or with some bytes changed. */
const fileOf = (name: string): fc.Arbitrary<Buffer> =>
  fc
    .record({
      end: fc.nat(10_000),
      changes: fc.array(fc.tuple(fc.nat(9_999), fc.nat(255)), { maxLength: 5 }),
    })
    .map(({ end, changes }) => {
      const bytes = Buffer.from(sampleBody(name) as Uint8Array).subarray(0, end);
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      return bytes;
    });

const headersWith = (type: string) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant({ 'content-type': type }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(
        fc.constantFrom(
          'content-type',
          'content-encoding',
          'authorization',
          'cookie',
          'origin',
          'host',
          'accept',
          'x-forwarded-for',
          'x-forwarded-host',
          'x-http-method-override',
          'range',
          'if-none-match',
          'access-control-request-method',
        ),
        fc.oneof(
          fc.constantFrom(
            'text/plain',
            'application/x-www-form-urlencoded',
            'multipart/form-data; boundary=x',
            'application/json; charset=utf-16',
            'gzip',
            'Bearer',
            'Bearer 00000000000000000000',
            `Bearer kwt_${'A'.repeat(43)}`,
            'kannwas.session_token=%E0%A4%A',
            'null',
          ),
          // Node refuses to send anything else in a header.
          fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, '') + typedMark),
        ),
        { minKeys: 1, maxKeys: 4 },
      ),
    },
  );

/** Requests that nobody means well with, shaped after one line of the contract. */
export function attacks({ name, endpoint }: Line, known: Record<string, string[]>): fc.Arbitrary<Attack> {
  const param = (kept: string) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...(known[kept] ?? ['x'])) },
      { weight: 1, arbitrary: hostileText },
    );
  const params = fc.record(Object.fromEntries(Object.keys(known).map((kept) => [kept, param(kept)])));
  const sample = sampleQuery(name);
  const keys = fc.oneof(fc.constantFrom(...Object.keys(sample), 'after', 'search'), hostileText);
  const query = fc
    .array(fc.tuple(keys, fc.oneof(hostileText, fc.constantFrom(...Object.values(sample), 'all'))), {
      maxLength: 4,
    })
    .map((pairs) => pairs.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&'));
  const [type] = endpoint.consumes ?? [];
  const headers = headersWith(type ?? 'application/json');
  const payload = type ? fc.oneof({ weight: 3, arbitrary: fileOf(name) }, payloadOf(name)) : payloadOf(name);
  return fc.record({ params, query, headers, payload });
}

/** Percent-encoded, except that a percent sign stays as it is: some of these are no encoding of anything. */
export function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%25', '%');
}

type Answer = { statusCode: number; headers: Record<string, unknown>; body: string };

/** An answer is either a success or a problem with a known code, and never tells more than that. */
export function expectHonest({ statusCode, headers, body }: Answer): void {
  expect(statusCode, body).toBeLessThan(500);
  if (statusCode < 300) return;
  expect(headers['content-type'], `${statusCode} ${body}`).toMatch(/^application\/problem\+json/);
  const problem: unknown = JSON.parse(body);
  const { code, status, type, fields, retryAfter, ...more } = problem as Record<string, unknown>;
  expect(more).toEqual({});
  expect(Object.keys(problems)).toContain(code);
  expect(status).toBe(statusCode);
  expect(problems[code as keyof typeof problems]).toBe(statusCode);
  expect(type).toBe(`urn:kannwas:problem:${code}`);
  expect(retryAfter === undefined || Number.isInteger(retryAfter)).toBe(true);
  expect(fields === undefined || Array.isArray(fields)).toBe(true);
  expect(body).not.toContain(typedMark);
  expect(body).not.toMatch(/ at |\.ts\b|node_modules|\bselect\b|\binsert\b|relation|syntax|violates/i);
}
