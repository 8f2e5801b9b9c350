import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer } from '../support/newcomers.ts';

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
