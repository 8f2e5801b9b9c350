import { isDeepStrictEqual } from 'node:util';
import { compare, gather, type Outcome, type Witness } from './ledger.ts';
import { at } from './place.ts';

const day = 86_400_000;

/** Clocks of phones jump: the past is believed, days in the future are refused and change nothing. */
export async function clockJumps(): Promise<Outcome> {
  return at('embedded', async ({ url, open, start }) => {
    const server = await start();
    const [amal] = await gather(url, 1);
    if (!amal) throw new Error('Nobody came');
    const wrong: string[] = [];
    await amal.send(amal.event('callName', 'أمل'));
    for (const past of [0, 946_684_800_000, Date.now() - 400 * day]) {
      const { status } = await amal.send(atTime(amal, past));
      if (status !== 200) wrong.push(`the past was answered by ${status}`);
    }
    const before = (await amal.read()).body;
    for (const ahead of [2, 30, 3_650]) {
      const { status, body } = await amal.send(
        atTime(amal, Date.now() + ahead * day),
        amal.event('hours', 'unsure'),
      );
      const expected = { status: 422, fields: [{ path: 'events.0.recordedAt', code: 'future' }] };
      const fields = body && typeof body === 'object' && 'fields' in body ? body.fields : undefined;
      if (!isDeepStrictEqual({ status, fields }, expected))
        wrong.push(`${ahead} days ahead was answered by ${status}`);
    }
    if (!isDeepStrictEqual((await amal.read()).body, before))
      wrong.push('a refused answer changed something');
    await server.kill('SIGTERM');
    const { db, close } = await open();
    const found = await compare(db, [amal]);
    const { answers } = await db.selectFrom('response').select('answers').executeTakeFirstOrThrow();
    await close();
    // The last word is the one that names what it replaces, whatever its clock said.
    if (answers.germanSpeaking !== said(2)) wrong.push('an older clock won');
    const pass = found.lost === 0 && found.doubled === 0 && wrong.length === 0;
    return {
      name: 'clock-jumps',
      tried: amal.sent.size,
      ...found,
      pass,
      note: wrong.join('; ') || '3 past, 3 future',
    };
  });
}

const said = (turn: number) => (['none', 'a-little', 'everyday'] as const)[turn] ?? 'well';
let turn = 0;

/** An answer made while the phone's clock showed this time, with an id of that time. */
function atTime(witness: Witness, time: number) {
  const known = witness.seen.germanSpeaking;
  const event = witness.event('germanSpeaking', said(turn++));
  const hexadecimal = time.toString(16).padStart(12, '0');
  const id = `${hexadecimal.slice(0, 8)}-${hexadecimal.slice(8)}${event.id.slice(13)}`;
  const future = time > Date.now();
  witness.seen.germanSpeaking = future ? (known ?? event.id) : id;
  return { ...event, id, recordedAt: new Date(time).toISOString() };
}
