import { makeAuth } from '@kannwas/api/accounts/auth';
import { createStaff } from '@kannwas/api/accounts/store';
import { accountsEndpoints } from '@kannwas/schema/accounts';
import type { Answered, Endpoint, Sent } from '@kannwas/schema/endpoint';
import { interviewsEndpoints } from '@kannwas/schema/interviews';
import type { Role } from '@kannwas/schema/rights';
import type { NewEvent } from '@kannwas/schema/survey/events';
import { fold } from '@kannwas/schema/survey/fold';
import { parse } from 'zod/mini';
import type { Running } from './app.ts';
import { type Reply, request } from './newcomers.ts';

type Person = {
  name: string;
  email: string;
  password: string;
  plays: { siteId: string; role: Exclude<Role, 'operator'> }[];
  operator?: boolean;
};

const person = (name: string, siteId: string, role: Exclude<Role, 'operator'>): Person => ({
  name,
  email: `${name.toLowerCase()}@${siteId}.example`,
  password: `${name} has a long password`,
  plays: [{ siteId, role }],
});

/** The staff of the stories; Clara, Igor, and Daria play elsewhere what Carla, Ines, and Dmitri play in Hettstedt. */
export const staff = {
  carla: person('Carla', 'hettstedt', 'case-worker'),
  cem: person('Cem', 'hettstedt', 'case-worker'),
  ines: person('Ines', 'hettstedt', 'coordinator'),
  dmitri: person('Dmitri', 'hettstedt', 'employer'),
  clara: person('Clara', 'elsewhere', 'case-worker'),
  igor: person('Igor', 'elsewhere', 'coordinator'),
  daria: person('Daria', 'elsewhere', 'employer'),
  olu: { ...person('Olu', 'hettstedt', 'coordinator'), plays: [], operator: true },
} satisfies Record<string, Person>;
export type StaffName = keyof typeof staff;

/** The parts that somebody plays at a site. */
export function playedAt(name: StaffName, site: string): Role[] {
  const { plays, operator } = { operator: false, ...staff[name] };
  const own: Role[] = plays.filter(({ siteId }) => siteId === site).map(({ role }) => role);
  return operator ? [...own, 'operator'] : own;
}

/** Gives these people accounts. */
export async function hire({ db, secrets }: Running, ...names: StaffName[]): Promise<void> {
  const auth = makeAuth(db, secrets, { PUBLIC_URL: undefined });
  await Promise.all(names.map((name) => createStaff(db, auth, staff[name])));
}

/** Signs one of them in and returns what their browser sends from then on. */
export async function signIn(
  url: string,
  who: StaffName | Pick<Person, 'name' | 'email' | 'password'>,
): Promise<Record<string, string>> {
  const { name, email, password } = typeof who === 'string' ? staff[who] : who;
  const reply = await request(url, accountsEndpoints.signIn, { body: { email, password } });
  if (reply.status !== 200) throw new Error(`${name} could not sign in: ${JSON.stringify(reply.body)}`);
  return { cookie: cookieOf(reply), origin: url };
}

/** The cookies of an answer as a browser sends them back. */
export function cookieOf({ headers }: Reply): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** The code of a problem, with the status it came with. */
export function problemOf({ status, body }: Reply): string {
  const code = body && typeof body === 'object' && 'code' in body ? body.code : 'no problem';
  return `${status} ${code}`;
}

/** The body of an answer, checked by the contract; fails the test when it was a problem. */
export function bodyOf<E extends Endpoint>(endpoint: E, reply: Reply): Answered<E> {
  if (reply.status !== 200) throw new Error(`${endpoint.url}: ${problemOf(reply)}`);
  // Parsed by the schema of this very endpoint.
  return parse(endpoint.schema.response[200], reply.body) as Answered<E>;
}

/** A case worker at the desk: knows what is on screen, so that answers say what they were based on. */
export class CaseWorker {
  readonly url: string;
  readonly session: Record<string, string>;
  readonly siteId: string;

  constructor(url: string, session: Record<string, string>, siteId = 'hettstedt') {
    this.url = url;
    this.session = session;
    this.siteId = siteId;
  }

  list(querystring: Sent<typeof interviewsEndpoints.list>['querystring'] = {}) {
    const params = { siteId: this.siteId };
    return request(this.url, interviewsEndpoints.list, { params, querystring }, this.session);
  }

  async cases(querystring?: Sent<typeof interviewsEndpoints.list>['querystring']) {
    return bodyOf(interviewsEndpoints.list, await this.list(querystring)).cases;
  }

  read({ responseId }: { responseId: string }) {
    const params = { siteId: this.siteId, responseId };
    return request(this.url, interviewsEndpoints.read, { params }, this.session);
  }

  /** What stands in the file beside the consent to read it: all events, folded. */
  async open(of: { responseId: string }) {
    const response = bodyOf(interviewsEndpoints.read, await this.read(of));
    const events = response.events.filter(({ question }) => question !== 'consentCounselling');
    return { ...response, events, ...fold(events) };
  }

  answer({ responseId }: { responseId: string }, ...events: NewEvent[]) {
    const params = { siteId: this.siteId, responseId };
    return request(this.url, interviewsEndpoints.answer, { params, body: { events } }, this.session);
  }

  close({ responseId }: { responseId: string }, closed: boolean) {
    const params = { siteId: this.siteId, responseId };
    return request(this.url, interviewsEndpoints.close, { params, body: { closed } }, this.session);
  }
}
