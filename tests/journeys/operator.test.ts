import { Writable } from 'node:stream';
import { loggerOptions } from '@kannwas/api/http/logger';
import { limits } from '@kannwas/api/limits';
import { accountsEndpoints } from '@kannwas/schema/accounts';
import { surveyEndpoints } from '@kannwas/schema/survey/endpoints';
import { afterAll, expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { type Engine, newInstance, settle } from '../support/instances.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { CaseWorker, hire, signIn, staff } from '../support/people.ts';
import { freePort, OwnProcess, startServer } from '../support/processes.ts';

const engine = process.env.ENGINE as Engine;
const instance = await newInstance(engine);
afterAll(() => instance.remove());

test('a stop loses nothing, and the next start goes on where the last one ended', async () => {
  await settle(instance);
  const port = await freePort();
  const server = await startServer(port, instance.environment);
  const amal = new Newcomer(server.url);
  await amal.start();
  await amal.says('callName', 'أمل');

  // Asked to stop in the middle of many answers: each is either kept and acknowledged, or it was never sent.
  const events = Array.from({ length: 40 }, (_, year) =>
    amal.event('birthYear', { year: 1970 + year, about: false }),
  );
  const sending = events.map(async (event) => {
    const { status } = await amal.send(event);
    return status === 200 ? event.id : undefined;
  });
  await Promise.race(sending);
  server.child.kill('SIGTERM');
  // Also while phones hold their connections for the next answer.
  const stopped = server.ended(20_000);
  const settled = await Promise.allSettled(sending);
  expect(await stopped).toBe(0);
  const received = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  expect(received).not.toEqual([]);

  const again = await startServer(port, instance.environment);
  const { body } = await amal.read();
  const kept = (body as { events: { id: string }[] }).events.map(({ id }) => id);
  expect(kept).toEqual(expect.arrayContaining(received));
  expect(body).toMatchObject({ status: 'open', language: 'ar' });
  await again.kill('SIGINT');
  expect(again.child.exitCode).toBe(0);
}, 180_000);

test('a second program on the same data is refused where it would do harm, and welcome where not', async () => {
  const first = await startServer(await freePort(), instance.environment);
  const port = await freePort();
  if (engine === 'pglite') {
    const second = new OwnProcess('apps/api/src/server.ts', { PORT: String(port), ...instance.environment });
    expect(await second.ended()).toBe(1);
    expect(second.output).toMatch(/^Another Kannwas is using the data folder .+ Stop it first, .+\n$/);
  } else {
    const second = await startServer(port, instance.environment);
    const amal = new Newcomer(first.url);
    await amal.start();
    const read = { params: amal.params };
    expect((await request(second.url, surveyEndpoints.read, read, amal.authorization)).status).toBe(200);
    await second.kill('SIGTERM');
  }
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await first.kill('SIGTERM');
});

test('the monitor sees when the database is gone, and that the program still answers', async () => {
  const running = await startApp();
  const probe = (path: string) => running.app.inject({ url: path });
  expect((await probe('/healthz')).json()).toEqual({ status: 'ok' });
  expect((await probe('/readyz')).json()).toEqual({ status: 'ready' });
  await running.db.destroy();
  expect((await probe('/healthz')).statusCode).toBe(200);
  const gone = await probe('/readyz');
  expect(gone.statusCode).toBe(503);
  expect(gone.json()).toMatchObject({ code: 'overloaded' });
  await running.close();
});

test('the log says what happened and nothing about anybody', async () => {
  let log = '';
  const stream = new Writable({
    write: (line, _, done) => {
      log += String(line);
      done();
    },
  });
  const options = loggerOptions('trace');
  const running = await startApp({ logger: { ...Object(options), stream }, limits: { ...limits, codes: 2 } });
  const { url } = running;
  await hire(running, 'carla');
  const carla = new CaseWorker(url, await signIn(url, 'carla'));
  const amal = new Newcomer(url);
  await amal.start();
  await amal.says('callName', 'Amaltheia');
  await amal.says('consider', 'Bitte nur vormittags, wegen Youssef');
  await amal.submit();
  await carla.list({ search: 'Amaltheia' });
  await carla.read(amal);
  // What goes wrong must not tell more than what goes right.
  await request(url, surveyEndpoints.read, { params: amal.params }, { authorization: 'Bearer 1234' });
  for (let time = 0; time < 3; time++)
    await request(url, surveyEndpoints.reopen, { body: { code: amal.code } });
  await amal.says('callName', 'x'.repeat(61));
  await fetch(`${url}/api/nobody-lives-here?name=Amaltheia`, { headers: { cookie: 'kannwas=Amaltheia' } });
  const wrong = { email: 'amaltheia@private.example', password: 'Amaltheia1990' };
  await request(url, accountsEndpoints.signIn, { body: wrong });
  await running.db.destroy();
  expect((await amal.read()).status).toBe(500);
  expect((await amal.says('callName', 'Amaltheia')).status).toBe(500);
  await running.close();

  expect(log).toContain('/api/sites/:siteId/responses/:responseId/events');
  expect(log).toContain('"statusCode":401');
  expect(log).toContain('"msg":"unexpected"');
  const { email, password, name } = staff.carla;
  const session = carla.session.cookie?.split('=')[1] ?? 'no session';
  const personal = [amal.code, amal.responseId, name, email, password, session, '127.0.0.1', 'x'.repeat(61)];
  // Its own address it may say.
  const lines = log.split('\n').filter((line) => !line.includes('"msg":"Server listening'));
  for (const word of [...personal, 'Amaltheia', 'amaltheia', 'Youssef', 'nobody-lives-here']) {
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
  }
});
