import { listEvents, rebuild } from '@kannwas/api/survey/events';
import type { Manner, NewEvent } from '@kannwas/schema/survey/events';
import { type Folded, fold } from '@kannwas/schema/survey/fold';
import type { Answer, Question } from '@kannwas/schema/survey/questions';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer } from '../support/newcomers.ts';
import { CaseWorker, hire, problemOf, signIn } from '../support/people.ts';
import { townLimits } from '../support/town.ts';

let running: Running;
let carla: CaseWorker;
beforeAll(async () => {
  running = await startApp({ limits: townLimits });
  await hire(running, 'carla');
  carla = new CaseWorker(running.url, await signIn(running.url, 'carla'));
});
afterAll(() => running.close());

/** Three questions with three answers each; the last takes the answer back. */
const answers: [Question, Answer[]][] = [
  ['callName', ['أمل', 'Amal', null]],
  ['birthYear', [{ year: 1990, about: true }, { year: 1991, about: false }, 'no-answer']],
  ['shifts', [['early', 'day'], ['day'], null]],
];
const speakers = ['phone', 'other phone', 'case worker'] as const;
const mannersOf: Record<(typeof speakers)[number], Manner[]> = {
  phone: ['self', 'with-helper'],
  'other phone': ['self', 'with-interpreter'],
  'case worker': ['case-worker', 'document-seen'],
};

/** Who says what on top of which other events of the story: numbers, for the events have no ids yet. */
const anySaying = fc.record({
  speaker: fc.constantFrom(...speakers),
  question: fc.nat(2),
  value: fc.nat(2),
  manner: fc.nat(1),
  base: fc.option(fc.nat(20), { freq: 4 }),
  settles: fc.array(fc.nat(20), { maxLength: 2 }),
});
type Saying = typeof anySaying extends fc.Arbitrary<infer S> ? S : never;
type Spoken = { speaker: Saying['speaker']; event: NewEvent };

/** Gives the events of a story their ids. */
function spoken(sayings: readonly Saying[]): Spoken[] {
  const ids = sayings.map(() => v7());
  return sayings.map((saying, at) => {
    const [question, values] = answers[saying.question] ?? ['callName', []];
    // Any event of the same question may be named, also one that is still under way, also itself.
    const others = ids.filter((_, place) => sayings[place]?.question === saying.question);
    const named = (place: number) => others[place % others.length] ?? null;
    return {
      speaker: saying.speaker,
      event: {
        id: ids[at] ?? '',
        question,
        value: values[saying.value] ?? null,
        baseId: saying.base === null ? null : named(saying.base),
        settles: saying.settles.flatMap((place) => named(place) ?? []),
        manner: mannersOf[saying.speaker][saying.manner] ?? 'self',
        language: 'ar',
        recordedAt: new Date().toISOString(),
      },
    };
  });
}

/** Sends events of one speaker the way that this speaker has. */
async function deliver(amal: Newcomer, speaker: Saying['speaker'], events: NewEvent[]): Promise<void> {
  const reply = await (speaker === 'case worker' ? carla.answer(amal, ...events) : amal.send(...events));
  expect(reply.body).toMatchObject({ received: events.map(({ id }) => id) });
}

/** What the table says, without the times. */
async function keptOf({ siteId, responseId }: Newcomer): Promise<Folded> {
  return running.db
    .selectFrom('response')
    .select(['answers', 'heads', 'conflicts'])
    .where('site_id', '=', siteId)
    .where('response_id', '=', responseId)
    .executeTakeFirstOrThrow();
}

async function expectFolded(amal: Newcomer, consent: NewEvent, story: readonly Spoken[]): Promise<void> {
  const folded = fold([consent, ...story.map(({ event }) => event)]);
  expect(await keptOf(amal)).toEqual(folded);
  expect(await rebuild(running.db, amal.siteId, amal.responseId)).toEqual(folded);
  expect(await keptOf(amal)).toEqual(folded);
}

const anyStory = fc.array(anySaying, { minLength: 2, maxLength: 10 }).chain((sayings) =>
  fc.record({
    sayings: fc.constant(sayings),
    order: fc.shuffledSubarray([...sayings.keys()], { minLength: sayings.length }),
    together: fc.array(fc.boolean(), { minLength: sayings.length, maxLength: sayings.length }),
    again: fc.array(fc.nat(20), { maxLength: 4 }),
  }),
);

test('however the events of two phones and a case worker arrive, the document is what they say', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async ({ sayings, order, together, again }) => {
      const amal = new Newcomer(running.url);
      const consent = await amal.seeksAdvice();
      const story = spoken(sayings);
      let waiting: Spoken[] = [];
      const flush = async () => {
        const [first] = waiting;
        if (first)
          await deliver(
            amal,
            first.speaker,
            waiting.map(({ event }) => event),
          );
        waiting = [];
      };
      for (const [turn, at] of [...order, ...again.map((at) => at % story.length)].entries()) {
        const next = story[at];
        if (!next) continue;
        if (!together[turn] || waiting[0]?.speaker !== next.speaker) await flush();
        waiting.push(next);
      }
      await flush();
      await expectFolded(amal, consent, story);
    }),
    { numRuns: 40 },
  );
});

test('when everything arrives at the same moment, nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySaying, { minLength: 4, maxLength: 10 }), async (sayings) => {
      const amal = new Newcomer(running.url);
      const consent = await amal.seeksAdvice();
      const story = spoken(sayings);
      await Promise.all(story.map(({ speaker, event }) => deliver(amal, speaker, [event])));
      const kept = await listEvents(running.db, amal.siteId, amal.responseId);
      expect(kept.map(({ id }) => id)).toEqual(
        [consent.id, ...story.map(({ event }) => event.id)].toSorted(),
      );
      await expectFolded(amal, consent, story);
    }),
    { numRuns: 15 },
  );
});

test('twenty answers to one question at the same moment all stand', async () => {
  const amal = new Newcomer(running.url);
  await amal.seeksAdvice();
  const words = Array.from({ length: 20 }, (_, place) => `Amal ${place}`);
  const events = words.map((word) => ({ ...amal.event('callName', word), baseId: null }));
  await Promise.all(events.map((event) => deliver(amal, 'phone', [event])));
  const { heads, conflicts } = await keptOf(amal);
  expect(heads.callName?.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  expect(conflicts).toEqual(['callName']);
});

test('two people who did not see each other both keep their word, and the newcomer is the one shown', async () => {
  const amal = new Newcomer(running.url);
  await amal.seeksAdvice();
  await amal.says('germanSpeaking', 'a-little');
  const { germanSpeaking = null } = amal.seen;
  await amal.says('germanSpeaking', 'everyday');
  const heard = { ...amal.event('germanSpeaking', 'well'), baseId: germanSpeaking, manner: 'case-worker' };
  const reply = await carla.answer(amal, heard as NewEvent);
  expect(reply.body).toMatchObject({ conflicts: ['germanSpeaking'] });
  const file = await carla.open(amal);
  expect(file.answers.germanSpeaking).toBe('everyday');
  expect(file.events.map(({ value }) => value)).toEqual(['a-little', 'everyday', 'well']);
});

test('sending again is harmless; other content under the same id is refused and changes nothing', async () => {
  const amal = new Newcomer(running.url);
  await amal.seeksAdvice();
  const [first, second] = [amal.event('callName', 'أمل'), amal.event('hours', 'part-time')];
  await amal.send(first, second);
  const before = await carla.read(amal);
  expect((await amal.send(first)).status).toBe(200);
  expect((await amal.send(second, first, second)).status).toBe(200);

  const forged: NewEvent[] = [
    { ...first, value: 'Amel' },
    { ...first, question: 'consider' },
    { ...first, manner: 'with-helper' },
    { ...first, language: 'uk' },
    { ...first, baseId: second.id },
    { ...first, settles: [second.id] },
    { ...first, recordedAt: '2026-01-01T00:00:00.000Z' },
  ];
  for (const event of forged) {
    expect(problemOf(await amal.send(event))).toBe('409 replayedWithOtherContent');
    // Whatever came with it is not kept either.
    const beside = { ...amal.event('shifts', ['day']), baseId: null };
    expect(problemOf(await amal.send(beside, event))).toBe('409 replayedWithOtherContent');
  }
  expect((await carla.read(amal)).body).toEqual(before.body);
  expect(Object.keys((await keptOf(amal)).answers).toSorted()).toEqual([
    'callName',
    'consentCounselling',
    'hours',
  ]);
});

test('the same event id in two responses is two events', async () => {
  const [amal, berhane] = [new Newcomer(running.url), new Newcomer(running.url)];
  const event = amal.event('callName', 'أمل');
  for (const newcomer of [amal, berhane]) {
    await newcomer.start();
    expect((await newcomer.send(event)).status).toBe(200);
  }
  await amal.says('callName', 'Amal');
  expect((await keptOf(berhane)).answers).toEqual({ callName: 'أمل' });
});

test('answers that replace each other in a circle all stand, even when they arrive at the same moment', async () => {
  const says = { speaker: 'phone', question: 0, manner: 0, settles: [] as number[] } as const;
  for (let turn = 0; turn < 25; turn += 1) {
    const amal = new Newcomer(running.url);
    const consent = await amal.seeksAdvice();
    const [first, ...others] = spoken([
      { ...says, value: 0, base: null, settles: [1] },
      { ...says, value: 1, base: 2 },
      { ...says, value: 2, base: 0 },
    ]);
    if (!first) throw new Error('There are three.');
    await deliver(amal, first.speaker, [first.event]);
    await Promise.all(others.map(({ speaker, event }) => deliver(amal, speaker, [event])));
    await expectFolded(amal, consent, [first, ...others]);
  }
});
