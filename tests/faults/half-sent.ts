import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '@kannwas/api/db/database';
import { sql } from 'kysely';
import { gather, type Outcome, type Witness } from './ledger.ts';
import { at } from './place.ts';

/**
 * Many phones begin to send and go silent: in the head, in the body, between chunks. Others are answered meanwhile, and
 * nothing of the halves stays: no row, no open transaction; with `patience` also no connection after the server's own limit.
 */
export async function halfSentUploads(number: number, patience: boolean): Promise<Outcome> {
  return at('postgres', async ({ url, port, open, start }) => {
    const server = await start();
    const [silent, other] = await gather(url, 2);
    if (!silent || !other) throw new Error('Nobody came');
    const sockets = await Promise.all(Array.from({ length: number }, (_, i) => half(port, silent, i)));
    const slow: number[] = [];
    for (let i = 0; i < 40; i++) {
      const begun = performance.now();
      await other.says('callName', `أمل ${i}`);
      slow.push(performance.now() - begun);
    }
    const { db, close } = await open();
    const during = await countLeft(silent, db);
    // A third hangs up rudely, a third politely, and a third stays until the server has had enough.
    for (const [i, socket] of sockets.entries()) {
      if (i % 3 === 0) socket.resetAndDestroy();
      else if (i % 3 === 1) socket.end();
    }
    // The server gives up a request after 30 s and looks for such every 30 s.
    const until = Date.now() + (patience ? 75_000 : 1_000);
    while (Date.now() < until && sockets.some((socket) => !socket.destroyed)) await sleep(200);
    const held = sockets.filter((socket) => !socket.destroyed).length;
    for (const socket of sockets) socket.destroy();
    const after = await countLeft(silent, db);
    await close();
    const alive = (await fetch(`${url}/readyz`)).ok && server.child.exitCode === null;
    const rows = during.rows + after.rows;
    const idle = during.idle + after.idle;
    const pass =
      alive && rows === 0 && idle === 0 && other.acknowledged.size === 40 && (held === 0 || !patience);
    const note = `${number} halves, others answered within ${Math.round(Math.max(...slow))} ms, ${idle} idle in transaction, ${held} connections still held`;
    return {
      name: 'half-sent-uploads',
      tried: number,
      lost: 40 - other.acknowledged.size,
      doubled: rows,
      pass,
      note,
    };
  });
}

async function half(port: number, witness: Witness, kind: number): Promise<Socket> {
  const body = JSON.stringify({ events: [witness.event('callName', 'أمل')] });
  const head = [
    `POST /api/sites/${witness.siteId}/responses/${witness.responseId}/events HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(witness.authorization).map(([name, value]) => `${name}: ${value}`),
    'content-type: application/json',
  ].join('\r\n');
  const halves = [
    head.slice(0, 60),
    `${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 80)}`,
    `${head}\r\ntransfer-encoding: chunked\r\n\r\n50\r\n${body.slice(0, 80)}\r\n`,
  ];
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  await once(socket, 'connect');
  socket.write(halves[kind % halves.length] ?? '');
  return socket;
}

async function countLeft({ responseId }: Witness, db: Db) {
  const { rows: events } = await sql`select 1 from answer_event where response_id = ${responseId}`.execute(
    db,
  );
  const { rows: idle } = await sql`
    select 1 from pg_stat_activity where state like 'idle in transaction%' and pid <> pg_backend_pid()`.execute(
    db,
  );
  return { rows: events.length, idle: idle.length };
}
