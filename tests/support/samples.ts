import { contract } from '@kannwas/schema/contract';
import type { Endpoint } from '@kannwas/schema/endpoint';
import { newResponseCode } from '@kannwas/schema/survey/written/code';
import { v7 } from 'uuid';
import { staff } from './people.ts';
import { wav } from './sound.ts';

/** A line of the contract with its name, such as `survey.answer`. */
export type Line = { name: string; endpoint: Endpoint };

/** Every line of the contract; whatever is added there is found here. */
export const lines: Line[] = Object.entries(contract).flatMap(([room, endpoints]) =>
  Object.entries(endpoints).map(([name, endpoint]: [string, Endpoint]) => ({
    name: `${room}.${name}`,
    endpoint,
  })),
);

const event = (manner: 'self' | 'case-worker') => ({
  id: v7(),
  question: 'callName',
  value: 'Amal',
  baseId: null,
  settles: [v7()],
  manner,
  language: 'ar',
  recordedAt: new Date().toISOString(),
});

const bodies: Record<string, () => unknown> = {
  'accounts.signIn': () => ({ email: staff.cem.email, password: 'this is not it' }),
  'accounts.createToken': () => ({ name: 'Stellenbörse', scopes: ['pool.ask'], days: 30 }),
  'pool.save': () => ({ id: v7(), name: 'Metall', question: 'german=B1&occupation=72' }),
  'survey.start': () => ({ id: v7(), code: newResponseCode(), language: 'uk' }),
  'survey.reopen': () => ({ code: newResponseCode() }),
  'survey.answer': () => ({ events: [event('self')] }),
  'interviews.answer': () => ({ events: [event('case-worker')] }),
  'interviews.close': () => ({ closed: true }),
  'gaps.saveDenominators': () => ({
    denominators: [{ district: '15087220', registered: 400, asOf: '2026-10-31' }],
  }),
  'gaps.addDemand': () => ({
    id: v7(),
    occupation: '75',
    district: '15087220',
    number: 3,
    german: 'A2',
    from: '2026-12-01',
    until: '2027-06-30',
    kind: 'vacancy',
    source: 'Fleischerei Dmitri',
  }),
  'offers.save': () => ({
    kind: 'language-course',
    levels: ['A2'],
    texts: { de: { name: 'Deutsch A2', whom: null, when: 'Montag, 9 Uhr' } },
    where: 'Markt 1',
    link: 'https://volkshochschule.example/a2',
    phone: '+49 3476 1234',
    from: '2026-12-01',
    until: null,
  }),
  'offers.end': () => ({ ended: true }),
  'languages.uploadClip': () => wav(0.5),
  'recordings.keep': () => wav(0.5),
  'mine.erase': () => ({ everything: true }),
};

/** A body that fits the endpoint; undefined where it takes none. */
export function sampleBody(name: string): unknown {
  return bodies[name]?.();
}

const question = {
  occupation: '75',
  place: '15087220',
  german: 'A2',
  availability: 'work',
  by: 'occupation,place',
};

const queries: Record<string, Record<string, string>> = {
  'interviews.list': { filter: 'all', search: 'Amal', after: `2026-11-22T10:00:00.000Z~${v7()}` },
  'languages.skills': { language: 'de' },
  'pool.ask': question,
  'pool.history': question,
  'pool.export': { ...question, format: 'json-stat', language: 'de' },
};

export function sampleQuery(name: string): Record<string, string> {
  return queries[name] ?? {};
}
