import type { Language } from '@kannwas/schema/codes';
import type { ResponseStatus } from '@kannwas/schema/survey/endpoints';
import type { Manner, NewEvent } from '@kannwas/schema/survey/events';
import { type Folded, fold } from '@kannwas/schema/survey/fold';
import { askedSlots } from '@kannwas/schema/survey/journey';
import { type Answer, type Answers, noAnswer, said } from '@kannwas/schema/survey/questions';
import { v7 } from 'uuid';
import { makePerson } from './person.ts';
import { makeRandom, type Random, type Weighted, weights } from './random.ts';

/** An event of a synthetic person, with who typed it in: somebody of the staff, or nobody but the person. */
export type SyntheticEvent = NewEvent & { author: string | null };

/** A whole synthetic response: events, and the document that they fold into. */
export type SyntheticResponse = {
  responseId: string;
  language: Language;
  status: ResponseStatus;
  startedAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  receipt: string | null;
  events: SyntheticEvent[];
  folded: Folded;
};

export type Population = {
  seed: string;
  /** District codes, each as often as its weight says. */
  districts: readonly Weighted<string>[];
  /** The id of the case worker who stands as author of what is typed in at the office. */
  caseWorker: string | null;
};

/** When synthetic people answer: fixed, so that a seed gives the same events in any year. */
const firstDay = Date.UTC(2026, 1, 2);
const days = 250;

/** The n-th response of a population: it depends on seed and n alone, not on how many are made. */
export function makeResponse(population: Population, n: number): SyntheticResponse {
  const { random, clock, start, responseId } = begin(population, n);
  const { chance, between, pick } = random;
  const { origin, answers: wouldSay } = makePerson(random, population.districts);
  const language = pick(origin.surveyed);

  const answers = declineSome(random, wouldSay);
  const asked = askedSlots(answers);
  const finished = chance(0.87);
  const reached = finished ? asked : asked.slice(0, between(3, asked.length - 1));
  const manner = manners[said(wouldSay, 'accompaniment') ?? 'alone'];
  const events = reached.map((question): SyntheticEvent => {
    clock.pass(between(4, 50));
    const value = answers[question] ?? noAnswer;
    return makeEvent({ id: clock.id(), question, value, manner, language, recordedAt: clock.now() });
  });
  const submittedAt = finished ? clock.now() : null;
  if (finished && chance(0.08)) events.push(...atTheOffice(random, clock, events, population.caseWorker));
  return {
    responseId,
    language,
    status: !finished ? 'open' : chance(0.02) ? 'closed' : 'submitted',
    startedAt: new Date(start),
    changedAt: clock.now(),
    submittedAt,
    receipt: finished ? String(between(0, 99_999_999)).padStart(8, '0') : null,
    events,
    folded: fold(events),
  };
}

/** The id that the n-th response has, without making it up as a whole. */
export const responseIdOf = (population: Population, n: number): string => begin(population, n).responseId;

function begin({ seed }: Population, n: number) {
  const random = makeRandom(`${seed} ${n}`);
  const day = firstDay + random.between(0, days - 1) * 86_400_000;
  const start = day + random.between(7 * 3600, 20 * 3600) * 1000;
  const clock = clockFrom(random, start);
  return { random, clock, start, responseId: clock.id() };
}

const manners = { alone: 'self', helper: 'with-helper', interpreter: 'with-interpreter' } as const;

/** One question in forty is declined; own words mostly are. */
function declineSome({ chance }: Random, answers: Answers): Answers {
  const declined = Object.keys(answers).filter((question) => !isConsent(question) && chance(0.025));
  return { ...answers, ...Object.fromEntries(declined.map((question) => [question, noAnswer])) };
}

const isConsent = (question: string) => question.startsWith('consent');

/** A case worker saw the certificate, or heard something else than stands there; then both stand, and wait for a decision. */
function atTheOffice(
  random: Random,
  clock: Clock,
  events: readonly SyntheticEvent[],
  author: string | null,
): SyntheticEvent[] {
  clock.pass(random.between(3, 40) * 86_400);
  const heard: Partial<Answers> = {
    germanSpeaking: random.pick(weights({ 'a-little': 1, everyday: 2, well: 1 })),
    hours: random.pick(weights({ 'part-time': 2, 'full-time': 1 })),
    childcareNeeded: 'unsure',
  };
  const before = events.find(({ question }) => question === 'germanCertificate');
  const seen = before && before.value !== noAnswer && before.value !== 'none' && random.chance(0.8);
  const questions = ['germanSpeaking', 'hours', 'childcareNeeded'] as const;
  const question = seen ? 'germanCertificate' : random.oneOf(questions);
  const value = seen ? (before.value as Answer<'germanCertificate'>) : (heard[question] ?? noAnswer);
  const manner: Manner = seen ? 'document-seen' : 'case-worker';
  const event = makeEvent({
    id: clock.id(),
    question,
    value,
    manner,
    language: 'de',
    recordedAt: clock.now(),
  });
  return [{ ...event, baseId: seen ? before.id : null, author }];
}

type Made = Pick<SyntheticEvent, 'id' | 'question' | 'manner' | 'language'> & {
  value: Answer;
  recordedAt: Date;
};

function makeEvent({ recordedAt, ...event }: Made): SyntheticEvent {
  return { ...event, baseId: null, settles: [], author: null, recordedAt: recordedAt.toISOString() };
}

type Clock = { pass: (seconds: number) => void; now: () => Date; id: () => string };

/** Ids carry the time of the synthetic clock, as those of a real phone do. */
function clockFrom(random: Random, start: number): Clock {
  let time = start;
  return {
    pass: (seconds) => {
      time += seconds * 1000;
    },
    now: () => new Date(time),
    id: () => v7({ msecs: time, random: random.bytes(16) }),
  };
}
