import { OwnProcess } from '../support/processes.ts';
import { compare, gather, keepAnswering, type Outcome } from './ledger.ts';
import { at } from './place.ts';

/** Others try to open the same data folder while the first writes; after the first was killed, the next may start. */
export async function secondProcess(others: number): Promise<Outcome> {
  return at('embedded', async ({ url, environment, open, start }) => {
    const first = await start();
    const witnesses = await gather(url, 4);
    const stop = new AbortController();
    const writing = witnesses.map((witness) => keepAnswering(witness, stop.signal));
    let refused = 0;
    for (let other = 0; other < others; other++) {
      const second = new OwnProcess('apps/api/src/server.ts', { ...environment, PORT: '0' });
      const code = await second.ended().catch(() => undefined);
      await second.kill();
      const clear = second.output.includes(
        `Another Kannwas is using the data folder ${environment.DATA_FOLDER}`,
      );
      // One sentence for the operator, not a stack.
      if (code && clear && second.output.trim().split('\n').length === 1) refused += 1;
    }
    stop.abort();
    await Promise.all(writing);
    const aliveMeanwhile = first.child.exitCode === null;
    await first.kill('SIGKILL');
    const next = await start();
    await Promise.all(witnesses.map((witness) => witness.sendAgain()));
    await next.kill('SIGTERM');
    const { db, close } = await open();
    const found = await compare(db, witnesses).finally(close);
    const tried = witnesses.reduce((sum, { sent }) => sum + sent.size, 0);
    const pass =
      refused === others &&
      aliveMeanwhile &&
      found.lost === 0 &&
      found.doubled === 0 &&
      next.child.exitCode === 0;
    return {
      name: 'second-process',
      tried,
      ...found,
      pass,
      note: `${refused} of ${others} second processes refused`,
    };
  });
}
