import { isDeepStrictEqual } from 'node:util';
import type { NewEvent } from '@kannwas/schema/survey/events';
import { fold } from '@kannwas/schema/survey/fold';
import { compare, gather, type Outcome, type Witness } from './ledger.ts';
import { at, type Engine } from './place.ts';

/** An offline queue arrives several times at once, in other orders and in pieces of other sizes: one document comes of it. */
export async function duplicatedAndReordered(engine: Engine, responses: number): Promise<Outcome> {
  return at(engine, async ({ url, open, start }) => {
    const server = await start();
    const witnesses = await gather(url, responses);
    let wrong = 0;
    for (const witness of witnesses) {
      const queue = offlineQueue(witness);
      const deliveries = Array.from({ length: 6 }, () => pieces(shuffled(queue)));
      const refused = await Promise.all(deliveries.map((delivery) => deliver(witness, delivery)));
      wrong += refused.reduce((sum, number) => sum + number, 0);
    }
    await server.kill('SIGTERM');
    const { db, close } = await open();
    const found = await compare(db, witnesses);
    for (const { siteId, responseId, sent } of witnesses) {
      const { answers } = await db
        .selectFrom('response')
        .select('answers')
        .where('site_id', '=', siteId)
        .where('response_id', '=', responseId)
        .executeTakeFirstOrThrow();
      // The order in which they were made is one more order; it must not matter either.
      if (!isDeepStrictEqual(answers, fold([...sent.values()]).answers)) wrong += 1;
    }
    await close();
    const tried = witnesses.reduce((sum, { sent }) => sum + sent.size, 0);
    const pass = found.lost === 0 && found.doubled === 0 && wrong === 0;
    return {
      name: `duplicated-and-reordered-${engine}`,
      tried,
      ...found,
      pass,
      note: `each event sent 6 times, ${wrong} surprises`,
    };
  });
}

/** 40 answers, with changes of mind, and some given on a second phone that had not seen the first. */
function offlineQueue(witness: Witness): NewEvent[] {
  const queue: NewEvent[] = [];
  for (let i = 0; i < 10; i++) {
    queue.push(
      witness.event('callName', `أمل ${i}`),
      witness.event('germanSpeaking', i % 2 ? 'well' : 'everyday'),
    );
    queue.push(witness.event('hours', i % 3 ? 'part-time' : 'unsure'));
    const blind = witness.seen.mobility;
    if (i % 4 === 3) delete witness.seen.mobility;
    queue.push(witness.event('mobility', i % 2 ? ['bike'] : ['foot', 'car']));
    if (i % 4 === 3 && blind) witness.seen.mobility = blind;
  }
  return queue;
}

async function deliver(witness: Witness, delivery: readonly NewEvent[][]): Promise<number> {
  let refused = 0;
  for (const piece of delivery) if ((await witness.send(...piece)).status !== 200) refused += 1;
  return refused;
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((entry) => ({ entry, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
}

function pieces<T>(list: readonly T[]): T[][] {
  const most = 1 + Math.floor(Math.random() * 20);
  return Array.from({ length: Math.ceil(list.length / most) }, (_, i) =>
    list.slice(i * most, (i + 1) * most),
  );
}
