import { compare, gather, inTheMiddle, keepAnswering, type Outcome, type Witness } from './ledger.ts';
import { at, type Engine } from './place.ts';

/**
 * Kills the server again and again while eight phones write. What was acknowledged must be there after each kill; what was
 * not is sent again by the same phones, and then must be there once.
 */
export async function killMidWrites(engine: Engine, kills: number): Promise<Outcome> {
  return at(engine, async ({ url, open, start }) => {
    const everybody: Witness[] = [];
    let cutOff = 0;
    let found = { lost: 0, doubled: 0 };
    const look = async (witnesses: readonly Witness[]) => {
      const { db, close } = await open();
      const { lost, doubled } = await compare(db, witnesses).finally(close);
      found = { lost: found.lost + lost, doubled: found.doubled + doubled };
    };
    let server = await start();
    for (let kill = 0; kill < kills; kill++) {
      const witnesses = await gather(url, 8);
      everybody.push(...witnesses);
      const stop = new AbortController();
      const writing = witnesses.map((witness) => keepAnswering(witness, stop.signal));
      await inTheMiddle(witnesses);
      await server.kill('SIGKILL');
      stop.abort();
      await Promise.all(writing);
      cutOff += witnesses.reduce((sum, { sent, acknowledged }) => sum + sent.size - acknowledged.size, 0);
      await look(witnesses);
      server = await start();
      await Promise.all(witnesses.map((witness) => witness.sendAgain()));
    }
    await server.kill('SIGKILL');
    await look(everybody);
    const tried = everybody.reduce((sum, { sent }) => sum + sent.size, 0);
    const pass = found.lost === 0 && found.doubled === 0 && cutOff > 0;
    const note = `${kills} kills, ${tried - cutOff} acknowledged before them, ${cutOff} cut off and sent again`;
    return { name: `kill-9-${engine}`, tried, ...found, pass, note };
  });
}
