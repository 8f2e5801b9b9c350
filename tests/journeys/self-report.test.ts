import { limits } from '@kannwas/api/limits';
import { surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import { newResponseCode } from '@kannwas/schema/survey/written/code';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';

const behindProxy = { CORS_ORIGINS: [], PUBLIC_URL: undefined, TRUST_PROXY: true };

let running: Running;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

test('Amal answers on her phone, hands in, and finds everything again', async () => {
  const amal = new Newcomer(running.url);
  expect((await amal.start()).status).toBe(200);
  expect((await amal.says('callName', 'أمل')).body).toMatchObject({ conflicts: [] });
  await amal.says('germanSpeaking', 'a-little');
  await amal.says('germanSpeaking', 'everyday');
  const { body } = await amal.submit();
  expect(body).toMatchObject({ receipt: expect.stringMatching(/^\d{8}$/) });
  const read = await amal.read();
  expect(read.body).toMatchObject({
    status: 'submitted',
    events: [{ value: 'أمل', manner: 'self', language: 'ar' }, { value: 'a-little' }, { value: 'everyday' }],
  });
});

test('guesses at response codes are bounded for one address and for all together', async () => {
  const bounded = await startApp({ limits: { ...limits, codes: 8, allCodes: 5 }, config: behindProxy });
  const guess = (address: string) =>
    request(
      bounded.url,
      surveyEndpoints.reopen,
      { body: { code: newResponseCode() } },
      { 'x-forwarded-for': address },
    );
  const statuses: number[] = [];
  for (let turn = 0; turn < 7; turn++) statuses.push((await guess(`10.0.0.${turn}`)).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  await bounded.close();
});

test('whoever makes addresses up in front of the one that the proxy saw is still one address', async () => {
  const bounded = await startApp({ limits: { ...limits, codes: 2 }, config: behindProxy });
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const body = { code: newResponseCode() };
    const headers = { 'x-forwarded-for': `192.0.2.${turn}, 10.0.0.1` };
    statuses.push((await request(bounded.url, surveyEndpoints.reopen, { body }, headers)).status);
  }
  expect(statuses).toEqual([401, 401, 429]);
  await bounded.close();
});
