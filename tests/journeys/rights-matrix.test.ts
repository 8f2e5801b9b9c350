import { accountsEndpoints } from '@kannwas/schema/accounts';
import { mayWith, type Right, rights } from '@kannwas/schema/rights';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { bodyOf, hire, playedAt, problemOf, type StaffName, signIn } from '../support/people.ts';
import { lines, sampleBody, sampleQuery } from '../support/samples.ts';

const sites = ['hettstedt', 'elsewhere'] as const;
type Site = (typeof sites)[number];
type Caller = 'nobody' | 'amal' | 'job board' | StaffName;
const names: StaffName[] = ['carla', 'ines', 'dmitri', 'clara', 'igor', 'daria', 'olu'];
const callers: Caller[] = ['nobody', 'amal', 'job board', ...names];

let running: Running;
/** Amal answers in Hettstedt; somebody she does not know answers elsewhere. */
let responses: Record<Site, Newcomer>;
const sent = new Map<Caller, Record<string, string>>();

beforeAll(async () => {
  running = await startApp();
  const { url } = running;
  await hire(running, ...names);
  responses = { hettstedt: new Newcomer(url), elsewhere: new Newcomer(url, { siteId: 'elsewhere' }) };
  for (const newcomer of Object.values(responses)) await newcomer.seeksAdvice();
  sent.set('nobody', {});
  sent.set('amal', responses.hettstedt.authorization);
  for (const name of names) sent.set(name, await signIn(url, name));
  sent.set('job board', await tokenOf('dmitri'));
});
afterAll(() => running.close());

/** Things that are not there; whoever gets in hears so. */
const named = {
  demandId: v7(),
  offerId: v7(),
  searchId: v7(),
  tokenId: v7(),
  recordingId: v7(),
  passportId: v7(),
  token: 'A'.repeat(22),
  sha256: 'a'.repeat(64),
};
/** Things that are there. */
const text = {
  copy: 'europass',
  language: 'ar',
  textKey: 'survey.questions.gender.label',
  occupation: '5120',
};

/** What another system sends to which one of the staff gave a token. */
async function tokenOf(name: StaffName): Promise<Record<string, string>> {
  const body = { name: 'Stellenbörse', scopes: ['pool.ask' as const], days: 30 };
  const sends = { params: { siteId: 'hettstedt' }, body };
  const reply = await request(running.url, accountsEndpoints.createToken, sends, sent.get(name));
  return { authorization: `Bearer ${bodyOf(accountsEndpoints.createToken, reply).secret}` };
}

const refusals = ['401 signInNeeded', '403 notAllowed', '401 wrongCode'];

/** What the table says: who gets in, and what the others hear. */
function expected(may: Right | 'code' | 'anyone', caller: Caller, site: Site): string {
  if (may === 'anyone') return 'let in';
  if (may === 'code') return caller === 'amal' && site === 'hettstedt' ? 'let in' : '401 wrongCode';
  if (caller === 'nobody' || caller === 'amal') return '401 signInNeeded';
  if (caller === 'job board') return may === 'pool.ask' && site === 'hettstedt' ? 'let in' : '403 notAllowed';
  return mayWith(playedAt(caller, site), may) ? 'let in' : '403 notAllowed';
}

test.each(lines)(
  '$name lets in whom the table of rights names, and nobody else',
  async ({ name, endpoint }) => {
    const matrix: Record<string, string> = {};
    const table: Record<string, string> = {};
    for (const site of endpoint.url.includes(':siteId') ? sites : (['hettstedt'] as const)) {
      for (const caller of callers) {
        const params = { siteId: site, responseId: responses[site].responseId, ...text, ...named };
        const body = name === 'survey.reopen' ? { code: responses[site].code } : sampleBody(name);
        const querystring = sampleQuery(name);
        const reply = await request(running.url, endpoint, { params, querystring, body }, sent.get(caller));
        const code = problemOf(reply);
        const key = `${caller} at ${site}`;
        expect(reply.status, key).toBeLessThan(500);
        // Whoever gets in may still hear that nothing is published yet; a missing endpoint is not "in".
        const namesNothing = Object.keys(named).some((part) => endpoint.url.includes(`:${part}`));
        if (!namesNothing) expect(code, `${name} is not on the air`).not.toBe('404 notFound');
        matrix[key] = refusals.includes(code) ? code : 'let in';
        table[key] = expected(endpoint.may, caller, site);
        if (name === 'accounts.signOut') await comeBack(caller);
        // Whoever erased everything begins again with the same code, for the lines that follow.
        if (name === 'mine.erase' && caller === 'amal') await responses.hettstedt.seeksAdvice();
      }
    }
    expect(matrix).toEqual(table);
  },
);

const isStaff = (caller: Caller): caller is StaffName => names.some((name) => name === caller);

async function comeBack(caller: Caller): Promise<void> {
  if (isStaff(caller)) sent.set(caller, await signIn(running.url, caller));
}

test('the operator runs every site of the instance but reads nobody’s answers anywhere', () => {
  for (const site of sites) {
    expect(mayWith(playedAt('olu', site), 'snapshot.publish')).toBe(true);
    expect(mayWith(playedAt('olu', site), 'interview.read')).toBe(false);
  }
});

test('only case workers come near a person', () => {
  for (const [right, holders] of Object.entries(rights)) {
    if (right.startsWith('interview.')) expect(holders).toEqual(['case-worker']);
    else expect(holders).not.toContain('case-worker');
  }
});

test('a site that does not exist answers like one where nothing may be done', async () => {
  const params = { siteId: 'nowhere', responseId: v7(), ...text, ...named };
  for (const { name, endpoint } of lines.filter(({ endpoint: { url } }) => url.includes(':siteId'))) {
    if (endpoint.may === 'anyone' || endpoint.may === 'code') continue;
    for (const caller of names.filter((known) => known !== 'olu')) {
      const reply = await request(running.url, endpoint, { params }, sent.get(caller));
      expect(problemOf(reply), `${caller}: ${name}`).toBe('403 notAllowed');
    }
    const body = sampleBody(name);
    const operators = await request(running.url, endpoint, { params, body }, sent.get('olu'));
    expect(operators.status, name).toBeLessThan(500);
  }
});
