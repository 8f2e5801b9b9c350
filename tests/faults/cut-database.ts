import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { compare, gather, inTheMiddle, keepAnswering, type Outcome, type Witness } from './ledger.ts';
import { at } from './place.ts';

/** Cuts every connection of the server to PostgreSQL while eight phones write. The server itself must stay. */
export async function cutDatabase(cuts: number): Promise<Outcome> {
  return at('postgres', async ({ url, open, start }) => {
    const server = await start();
    const { db, close } = await open();
    const everybody: Witness[] = [];
    let failed = 0;
    let unclear = 0;
    for (let cut = 0; cut < cuts && server.child.exitCode === null; cut++) {
      const witnesses = await gather(url, 8);
      everybody.push(...witnesses);
      const stop = new AbortController();
      const writing = witnesses.map((witness) => keepAnswering(witness, stop.signal));
      await inTheMiddle(witnesses, 150);
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(db);
      await sleep(50);
      stop.abort();
      for (const [i, writer] of writing.entries()) {
        const reply = await writer;
        const open = witnesses[i]?.sent.size !== witnesses[i]?.acknowledged.size;
        if (open) failed += 1;
        // A phone must be able to tell "try again" from "refused": that takes a problem, not a cut line.
        if (open && !(reply && reply.status >= 500 && isProblem(reply.body))) unclear += 1;
      }
      if (server.child.exitCode !== null) break;
      // The very next requests work.
      await Promise.all(witnesses.map((witness) => witness.sendAgain()));
    }
    const found = await compare(db, everybody);
    await close();
    const tried = everybody.reduce((sum, { sent }) => sum + sent.size, 0);
    const alive = server.child.exitCode === null;
    const pass = found.lost === 0 && found.doubled === 0 && unclear === 0 && failed > 0 && alive;
    const note = `${cuts} cuts, ${failed} requests failed, ${unclear} without a problem${alive ? '' : `, the server ended:\n${server.output}`}`;
    return { name: 'cut-database', tried, ...found, pass, note };
  });
}

const isProblem = (body: unknown) => typeof body === 'object' && body !== null && 'code' in body;
