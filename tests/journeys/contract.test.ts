import { examples } from '@kannwas/api/http/examples';
import { limits } from '@kannwas/api/limits';
import { problems } from '@kannwas/schema/problems';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { safeParse } from 'zod';
import { type Running, startApp } from '../support/app.ts';
import { lines } from '../support/samples.ts';

const desk = 'https://desk.town.example';
let running: Running;
beforeAll(async () => {
  const config = { CORS_ORIGINS: [desk], PUBLIC_URL: undefined, TRUST_PROXY: false };
  running = await startApp({ config, limits: { ...limits, requests: 40 } });
});
afterAll(() => running.close());

type Operation = {
  summary: string;
  tags: string[];
  operationId: string;
  security: object[];
  parameters?: { in: string; name: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content: Record<string, { schema: object }> }>;
};
type OpenApi = { openapi: string; paths: Record<string, Record<string, Operation>> };

const get = (path: string, headers: Record<string, string> = {}) =>
  running.app.inject({ url: path, headers, remoteAddress: `10.0.0.${Math.trunc(Math.random() * 250)}` });

test('the description is OpenAPI 3.1 and has every endpoint of the contract once, and no other', async () => {
  const { openapi, paths }: OpenApi = (await get('/api/openapi.json')).json();
  expect(openapi).toBe('3.1.0');
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const promised = lines.map(
    ({ endpoint }) => `${endpoint.method} ${endpoint.url.replace(/:(\w+)/g, '{$1}')}`,
  );
  expect(described.toSorted()).toEqual(promised.toSorted());
});

const securityOf = (may: string) => {
  if (may === 'anyone') return [];
  if (may === 'code') return ['code'];
  return may === 'pool.ask' ? ['session', 'token'] : ['session'];
};

test('every endpoint is described by one sentence, its room, who may, what it takes, and what it answers', async () => {
  const { paths }: OpenApi = (await get('/api/openapi.json')).json();
  for (const { name, endpoint } of lines) {
    const path = endpoint.url.replace(/:(\w+)/g, '{$1}');
    const operation = paths[path]?.[endpoint.method.toLowerCase()];
    expect(operation).toMatchObject({
      summary: expect.stringMatching(/^[A-Z].+\.$/),
      tags: [name.split('.')[0]],
      operationId: name,
    });
    const types = Object.keys(operation?.responses['200']?.content ?? {});
    expect(types).toEqual(endpoint.produces ?? ['application/json']);
    const needs = operation?.security.flatMap((one) => Object.keys(one));
    expect(needs).toEqual(securityOf(endpoint.may));
    const named = (where: string) =>
      (operation?.parameters ?? []).filter((parameter) => parameter.in === where).map(({ name }) => name);
    expect(named('path').toSorted()).toEqual(
      [...endpoint.url.matchAll(/:(\w+)/g)].map(([, name]) => name).toSorted(),
    );
    expect(named('query').length > 0).toBe('querystring' in endpoint.schema);
    expect(operation?.requestBody !== undefined).toBe('body' in endpoint.schema);
  }
});

test('every example is one that the API would take, or give', async () => {
  for (const [name, { query, body, answer }] of Object.entries(examples)) {
    const schema = lines.find((line) => line.name === name)?.endpoint.schema;
    expect(schema, name).toBeDefined();
    const parts = [
      [schema?.querystring, query],
      [schema?.body, body],
      [schema?.response[200], answer],
    ] as const;
    for (const [part, example] of parts) {
      if (example) expect(part && safeParse(part, example).error, name).toBeUndefined();
    }
  }
  const { paths }: OpenApi = (await get('/api/openapi.json')).json();
  const ask = paths['/api/sites/{siteId}/pool']?.get;
  expect(ask?.parameters).toContainEqual(expect.objectContaining({ name: 'occupation', example: '72' }));
  expect(ask?.responses['200']?.content['application/json']).toMatchObject({
    example: examples['pool.ask']?.answer,
  });
});

test('a person reads the description as a page', async () => {
  const page = await get('/api/docs/');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toContain('text/html');
});

test('pages of a listed origin may ask with a session; pages of any other may not', async () => {
  const listed = await get('/api/sites', { origin: desk });
  expect(listed.headers).toMatchObject({
    'access-control-allow-origin': desk,
    'access-control-allow-credentials': 'true',
  });
  for (const origin of ['https://town.example', `${desk}.evil.example`, 'http://desk.town.example', 'null']) {
    const refused = await get('/api/sites', { origin });
    expect(refused.headers['access-control-allow-origin']).not.toBe(origin);
    expect(refused.headers['access-control-allow-origin']).not.toBe('*');
  }
  const preflight = await running.app.inject({
    method: 'OPTIONS',
    url: '/api/session',
    headers: { origin: desk, 'access-control-request-method': 'DELETE' },
  });
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers['access-control-allow-methods']).toContain('DELETE');
});

test('no answer can be framed, sniffed, or made to load anything', async () => {
  for (const path of ['/api/sites', '/api/nothing', '/healthz']) {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});

test('whoever asks too often is told to wait, as a problem, and others are not', async () => {
  const ask = () => running.app.inject({ url: '/api/sites', remoteAddress: '192.0.2.1' });
  for (let time = 0; time < 40; time++) expect((await ask()).statusCode).toBe(200);
  const refused = await ask();
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.json()).toEqual({
    type: 'urn:kannwas:problem:tooManyRequests',
    status: 429,
    code: 'tooManyRequests',
    retryAfter: expect.any(Number),
  });
  const other = await running.app.inject({ url: '/api/sites', remoteAddress: '192.0.2.2' });
  expect(other.statusCode).toBe(200);
});

test('every problem says its code and its status, and no sentence', async () => {
  const asked: [method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: string][] = [
    ['GET', '/api/nothing', {}],
    ['GET', '/api/sites/hettstedt/pool', {}],
    ['POST', '/api/responses/reopen', { 'content-type': 'application/json' }, '{'],
    ['POST', '/api/responses/reopen', { 'content-type': 'application/json' }, '{"code":"1"}'],
    ['POST', '/api/responses/reopen', { 'content-type': 'text/plain' }, 'code'],
    ['POST', '/api/responses/reopen', { 'content-type': 'application/json' }, `"${'x'.repeat(2 ** 20)}"`],
  ];
  const codes = ['notFound', 'signInNeeded', 'malformed', 'invalid', 'unsupportedType', 'tooLarge'] as const;
  for (const [at, [method, url, headers, payload = '']] of asked.entries()) {
    const answer = await running.app.inject({ method, url, headers, payload });
    const code = codes[at] ?? 'unexpected';
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: `urn:kannwas:problem:${code}`,
      code,
      status: problems[code],
    });
    expect(answer.statusCode).toBe(problems[code]);
    expect(Object.keys(answer.json())).not.toContain('message');
  }
});
