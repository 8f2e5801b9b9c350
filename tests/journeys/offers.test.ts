import { type OfferContent, offersEndpoints } from '@kannwas/schema/offers';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startApp } from '../support/app.ts';
import { Newcomer, request } from '../support/newcomers.ts';
import { bodyOf, hire, problemOf, type StaffName, signIn } from '../support/people.ts';

let running: Running;
const sent: { [N in StaffName]?: Record<string, string> } = {};

beforeAll(async () => {
  running = await startApp();
  await hire(running, 'ines', 'igor');
  for (const name of ['ines', 'igor'] as const) sent[name] = await signIn(running.url, name);
});
afterAll(() => running.close());

const course = (changes: Partial<OfferContent> = {}): OfferContent => ({
  kind: 'language-course',
  levels: ['B1'],
  texts: {
    de: { name: 'Deutsch B1', whom: null, when: 'Montag, 9 Uhr' },
    ar: { name: 'ألمانية B1', whom: null, when: null },
  },
  where: 'Markt 1',
  link: 'https://vhs.example/b1',
  phone: '03476 1234',
  from: '2026-10-01',
  until: null,
  ...changes,
});
const save = (name: StaffName, offerId: string, body: OfferContent, siteId = 'hettstedt') =>
  request(running.url, offersEndpoints.save, { params: { siteId, offerId }, body }, sent[name]);
const end = (offerId: string, ended: boolean) => {
  const params = { siteId: 'hettstedt', offerId };
  return request(running.url, offersEndpoints.end, { params, body: { ended } }, sent.ines);
};
async function onPhones(siteId = 'hettstedt') {
  const reply = await request(running.url, offersEndpoints.current, { params: { siteId } });
  return bodyOf(offersEndpoints.current, reply).offers;
}

test('what Ines enters is on phones at once; changed, ended, brought back, it is one offer; another town sees none of it', async () => {
  const id = v7();
  expect((await save('ines', id, course())).status).toBe(200);
  expect(await onPhones()).toEqual([{ id, ...course() }]);
  await save('ines', id, course({ phone: null }));
  expect(await onPhones()).toEqual([{ id, ...course({ phone: null }) }]);
  await end(id, true);
  expect(await onPhones()).toEqual([]);
  const all = await request(
    running.url,
    offersEndpoints.list,
    { params: { siteId: 'hettstedt' } },
    sent.ines,
  );
  expect(bodyOf(offersEndpoints.list, all).offers).toMatchObject([{ id, ended: true }]);
  await end(id, false);
  expect(await onPhones()).toHaveLength(1);
  // The same id elsewhere is another offer.
  await save('igor', id, course({ where: 'Anderswo' }), 'elsewhere');
  expect((await onPhones())[0]?.where).toBe('Markt 1');
  expect(await onPhones('elsewhere')).toHaveLength(1);
  const trail = await running.db.selectFrom('audit_event').select('action').where('about', '=', id).execute();
  expect(trail.map(({ action }) => action).toSorted()).toEqual(
    ['offer.bring-back', 'offer.end', 'offer.save', 'offer.save', 'offer.save'].toSorted(),
  );
});

test('an offer that is over is not shown, and one that has no German name, or leads to no page, is refused', async () => {
  const before = (await onPhones()).length;
  await save('ines', v7(), course({ from: '2020-01-01', until: '2020-06-30' }));
  expect(await onPhones()).toHaveLength(before);
  const refused = [
    course({ texts: { ar: { name: 'دورة', whom: null, when: null } } }),
    course({ link: 'javascript:alert(1)' }),
    course({ until: '2026-09-30' }),
  ];
  for (const content of refused) expect(problemOf(await save('ines', v7(), content))).toBe('422 invalid');
  expect(problemOf(await end(v7(), true))).toBe('404 notFound');
});

test('a tick is an answer like every other: it is kept, can be taken back, and names a step', async () => {
  const amal = new Newcomer(running.url);
  await amal.start();
  const tick = (slot: string, value: unknown) => ({
    ...amal.event('howMuch', 'short'),
    question: slot as 'stepDone',
    baseId: null,
    value,
  });
  // The value is checked by the question; its type in the helper is that of any answer.
  expect((await amal.send(tick('stepDone/recognition-2221', 'done') as never)).status).toBe(200);
  expect((await amal.send(tick('stepDone/german', 'done') as never)).status).toBe(200);
  expect(problemOf(await amal.send(tick('stepDone/german', 'yes') as never))).toBe('422 invalid');
  expect(problemOf(await amal.send(tick('stepDone', 'done') as never))).toBe('422 invalid');
  expect(problemOf(await amal.send(tick('stepDone/2221', 'done') as never))).toBe('422 invalid');
});
