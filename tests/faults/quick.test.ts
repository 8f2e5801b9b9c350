import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { clockJumps } from './clocks.ts';
import { cutDatabase } from './cut-database.ts';
import { halfSentUploads } from './half-sent.ts';
import { killedPublication } from './killed-publication.ts';
import { killMidWrites } from './kills.ts';
import { compare, gather } from './ledger.ts';
import { at } from './place.ts';
import { duplicatedAndReordered } from './reordered.ts';
import { secondProcess } from './second-process.ts';

// The short form of `pnpm faults`.
const survived = { lost: 0, doubled: 0, pass: true };

test.for(['embedded', 'postgres'] as const)(
  'no answer is lost when the server on %s is killed',
  async (engine) => {
    expect(await killMidWrites(engine, 2)).toMatchObject(survived);
  },
);

test.for(['embedded', 'postgres'] as const)(
  'a publication that is killed on %s goes on, and nobody sees it half done',
  async (engine) => {
    expect(await killedPublication(engine, 3)).toMatchObject(survived);
  },
);

test('a second process on the same data folder is refused', async () => {
  expect(await secondProcess(1)).toMatchObject(survived);
});

test('half-sent answers leave nothing behind', async () => {
  expect(await halfSentUploads(60, false)).toMatchObject(survived);
});

test('the server outlives its connections to the database', async () => {
  expect(await cutDatabase(3)).toMatchObject(survived);
});

test('an offline queue that arrives often and in any order makes one document', async () => {
  expect(await duplicatedAndReordered('embedded', 3)).toMatchObject(survived);
});

test('a clock in the past is believed, one in the future refused', async () => {
  expect(await clockJumps()).toMatchObject(survived);
});

test('a lost, a doubled, and a wrongly folded answer would be noticed', async () => {
  await at('embedded', async ({ url, open, start }) => {
    const server = await start();
    const [amal, berhane, dara] = await gather(url, 3);
    if (!amal || !berhane || !dara) throw new Error('Nobody came');
    for (const person of [amal, berhane, dara]) await person.says('callName', 'أمل');
    await server.kill();
    amal.acknowledged.add(v7());
    berhane.sent.clear();
    berhane.acknowledged.clear();
    const { db, close } = await open();
    await db
      .updateTable('response')
      .set({ answers: '{}' })
      .where('response_id', '=', dara.responseId)
      .execute();
    expect(await compare(db, [amal])).toEqual({ lost: 1, doubled: 0 });
    expect(await compare(db, [berhane])).toEqual({ lost: 0, doubled: 1 });
    expect(await compare(db, [dara])).toEqual({ lost: 1, doubled: 0 });
    await close();
  });
});
