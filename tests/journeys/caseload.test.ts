import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer } from '../support/newcomers.ts';
import { CaseWorker, hire, problemOf, signIn } from '../support/people.ts';

let running: Running;
let carla: CaseWorker;
let amal: Newcomer;

beforeAll(async () => {
  running = await startApp();
  await hire(running, 'carla');
  carla = new CaseWorker(running.url, await signIn(running.url, 'carla'));
});
afterAll(() => running.close());
beforeEach(async () => {
  await running.db.deleteFrom('response').execute();
  amal = await arrival();
});

async function arrival() {
  const newcomer = new Newcomer(running.url);
  await newcomer.seeksAdvice();
  return newcomer;
}

test('the caseload counts what was asked and answered, and forgets what was taken back', async () => {
  await amal.says('experienceKind', 'none-yet');
  await amal.says('callName', 'أمل');
  await amal.says('birthYear', { year: 1994, about: true });
  await amal.says('gender', 'no-answer');
  await amal.says('hours', 'full-time');
  await amal.says('hours', null);
  const [line] = await carla.cases();
  expect(line).toMatchObject({
    callName: 'أمل',
    birthYear: 1994,
    language: 'ar',
    status: 'open',
    answered: 5,
  });
  await amal.says('experienceKind', 'care');
  const [longer] = await carla.cases();
  // As what, for how long, until when, where, and which tasks.
  expect(longer?.asked).toBe((line?.asked ?? 0) + 5);
});

test('Carla finds people by part of the call name in any script, or by the year of birth', async () => {
  const names = ['أمل', 'Оксана', 'Zoë', 'Per_cent %', 'no-answer'] as const;
  for (const [at, name] of names.entries()) {
    const newcomer = await arrival();
    await newcomer.says('callName', name);
    await newcomer.says('birthYear', { year: 1990 + at, about: false });
  }
  const found = async (search: string) => (await carla.cases({ search })).map(({ callName }) => callName);
  expect(await found('أم')).toEqual(['أمل']);
  expect(await found('оксан')).toEqual(['Оксана']);
  expect(await found('ZOË')).toEqual(['Zoë']);
  expect(await found('_')).toEqual(['Per_cent %']);
  expect(await found('%')).toEqual(['Per_cent %']);
  expect(await found('\\')).toEqual([]);
  expect(await found("'; drop table response; --")).toEqual([]);
  expect(await found('1991')).toEqual(['Оксана']);
  expect(await found('no-answer')).toEqual([]);
  expect(await found('  ')).toHaveLength(6);
});

test('a caseload of hundreds comes in lots, each line once, even when all changed in the same moment', async () => {
  const rows = Array.from({ length: 119 }, () => ({
    site_id: 'hettstedt',
    response_id: v7(),
    code_hash: v7(),
    status: 'open' as const,
    language: 'uk',
    answers: JSON.stringify({ consentCounselling: { given: true, version: '2026-11' } }),
    heads: '{}',
    conflicts: '[]',
    changed_at: '2026-11-01T10:00:00.123456Z',
  }));
  await running.db.insertInto('response').values(rows).execute();
  const seen: string[] = [];
  let after: string | undefined;
  for (const size of [50, 50, 20]) {
    const { cases, more } = await lot(after);
    expect(cases).toHaveLength(size);
    seen.push(...cases.map(({ responseId }) => responseId));
    after = more ?? undefined;
  }
  expect(after).toBeUndefined();
  expect(seen[0]).toBe(amal.responseId);
  expect(new Set(seen)).toEqual(new Set([amal.responseId, ...rows.map((row) => row.response_id)]));
});

async function lot(after?: string) {
  const { body } = await carla.list(after === undefined ? {} : { after });
  return body as { cases: { responseId: string }[]; more: string | null };
}

test.each([
  'x',
  '2026-11-01T10:00:00Z',
  '2026-02-30T10:00:00Z~0190',
  `2026-11-01T10:00:00Z~${'é'.repeat(20)}`,
])('a made-up place in the list is refused: %s', async (after) => {
  expect(problemOf(await carla.list({ after }))).toBe('422 invalid');
});

test('the caseload shows the open, the submitted, and the closed apart', async () => {
  const [berhane, moved] = [await arrival(), await arrival()];
  await berhane.submit();
  await carla.close(moved, true);
  const ids = async (filter: 'all' | 'open' | 'submitted' | 'closed') =>
    (await carla.cases({ filter })).map(({ responseId }) => responseId);
  expect(await ids('open')).toEqual([amal.responseId]);
  expect(await ids('submitted')).toEqual([berhane.responseId]);
  expect(await ids('closed')).toEqual([moved.responseId]);
  expect(await ids('all')).toHaveLength(3);
});
