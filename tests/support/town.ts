import { limits } from '@kannwas/api/limits';
import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { snapshotsEndpoints } from '@kannwas/schema/snapshots';
import type { Answer, Answers, Question } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { Newcomer, request } from './newcomers.ts';
import { bodyOf } from './people.ts';

/** A whole town answers from one address within a second, and is published at once, however little changed. */
export const townLimits = {
  ...limits,
  requests: 100_000,
  starts: 100_000,
  publishing: { days: 0, daysAfterChanges: 0, changes: 0 },
};

export const yes = { given: true, version: consentVersion };
export const no = { given: false, version: consentVersion };

/** A bricklayer in Hettstedt who consents to everything. */
export const bricklayer: Answers = {
  consentPool: yes,
  consentStatistics: yes,
  birthYear: { year: 1990, about: false },
  district: '15087220',
  germanSpeaking: 'everyday',
  experienceKind: 'paid',
  experienceOccupation: '7112',
  availableFor: ['work'],
};

/** So many newcomers answer the same, each on an own phone, and hand in. */
export async function handIn(url: string, people: number, answers: Answers): Promise<Newcomer[]> {
  const newcomers = Array.from({ length: people }, () => new Newcomer(url));
  await Promise.all(
    newcomers.map(async (newcomer) => {
      await newcomer.start();
      const events = Object.entries(answers).map(([question, answer]) =>
        newcomer.event(question as Question, answer as Answer),
      );
      await newcomer.send(...events);
      const { status } = await newcomer.submit();
      if (status !== 200) throw new Error(`handing in answered ${status}`);
    }),
  );
  return newcomers;
}

type Session = Record<string, string>;

/** Publishes an epoch of Hettstedt. */
export async function publish(url: string, session: Session) {
  const reply = await request(url, snapshotsEndpoints.publish, { params: { siteId: 'hettstedt' } }, session);
  return bodyOf(snapshotsEndpoints.publish, reply);
}

/** Asks the pool of Hettstedt; `by=occupation&german=B1` as it stands in an address. */
export async function ask(url: string, session: Session, query = '') {
  const querystring = Object.fromEntries(new URLSearchParams(query));
  const sent = { params: { siteId: 'hettstedt' }, querystring } as Parameters<
    typeof request<typeof poolEndpoints.ask>
  >[2];
  return request(url, poolEndpoints.ask, sent, session);
}

/** As `ask`, for questions that are answered. */
export async function table(url: string, session: Session, query = '') {
  return bodyOf(poolEndpoints.ask, await ask(url, session, query));
}
