import type { Endpoint, Sent } from '@kannwas/schema/endpoint';
import { surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import type { NewEvent } from '@kannwas/schema/survey/events';
import type { Answer, Question } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { newResponseCode } from '@kannwas/schema/survey/written/code';
import { v7 } from 'uuid';

/** What came back: the status, and the body as it was sent. */
export type Reply = { status: number; body: unknown; headers: Headers };

/** Sends one request of the contract to a running app, as any client would. */
export async function request<E extends Endpoint>(
  url: string,
  endpoint: E,
  sent: Sent<E>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const { params = {}, querystring = {}, body } = sent as Record<string, Record<string, string>>;
  const isFile = body instanceof Uint8Array;
  const type = isFile ? 'application/octet-stream' : 'application/json';
  const path = endpoint.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams(querystring).toString();
  const answer = await fetch(`${url}${path}${query && `?${query}`}`, {
    method: endpoint.method,
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined
      ? {}
      : { body: isFile ? new Blob([Uint8Array.from(body)]) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: json ? JSON.parse(text) : text, headers: answer.headers };
}

/** A person with a phone: keeps the code, remembers the last event seen for each question. */
export class Newcomer {
  readonly siteId: string;
  readonly responseId = v7();
  readonly code = newResponseCode();
  readonly url: string;
  language: NewEvent['language'];
  readonly seen: { [Q in Question]?: string } = {};

  constructor(url: string, { siteId = 'hettstedt', language = 'ar' as NewEvent['language'] } = {}) {
    this.url = url;
    this.siteId = siteId;
    this.language = language;
  }

  get params() {
    return { siteId: this.siteId, responseId: this.responseId };
  }

  get authorization() {
    return { authorization: `Bearer ${this.code}` };
  }

  start() {
    const body = { id: this.responseId, code: this.code, language: this.language };
    return request(this.url, surveyEndpoints.start, { params: { siteId: this.siteId }, body });
  }

  /** Starts, and lets the advice team read along. */
  async seeksAdvice() {
    await this.start();
    const consent = this.event('consentCounselling', { given: true, version: consentVersion });
    await this.send(consent);
    return consent;
  }

  event<Q extends Question>(question: Q, value: Answer<Q>): NewEvent {
    const event: NewEvent = {
      id: v7(),
      question,
      value,
      baseId: this.seen[question] ?? null,
      settles: [],
      manner: 'self',
      language: this.language,
      recordedAt: new Date().toISOString(),
    };
    this.seen[question] = event.id;
    return event;
  }

  send(...events: NewEvent[]) {
    return request(
      this.url,
      surveyEndpoints.answer,
      { params: this.params, body: { events } },
      this.authorization,
    );
  }

  says<Q extends Question>(question: Q, value: Answer<Q>) {
    return this.send(this.event(question, value));
  }

  submit() {
    return request(this.url, surveyEndpoints.submit, { params: this.params }, this.authorization);
  }

  read() {
    return request(this.url, surveyEndpoints.read, { params: this.params }, this.authorization);
  }
}
