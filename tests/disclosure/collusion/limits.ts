import { mock } from 'node:test';
import { budget, cornersOf, organisationFactor } from '@kannwas/disclosure/budget';
import { PoolQuery } from '@kannwas/schema/pool/grammar';
import type { Attacked, Effort } from '../world.ts';
import { becomeAnother, type Hand, Score, tryOut } from './gang.ts';

/** What was tried, and how much more was answered than may be. */
export type Excess = { excess: number; asked: number };

const day = 86_400_000;
const today = '0';
/** With more at the same moment a server on a weak machine says that it has too much to do. */
const atOnce = 30;

/**
 * Ten accounts of one organisation ask at the same moment, by session and by token and in every disguise, over several
 * days; they hurry around midnight, and the clock of the server is wrong for a while. What they want is one answer more.
 */
export async function exceedTables(
  attacked: Attacked,
  [first, ...others]: readonly Hand[],
  effort: Effort,
): Promise<Excess> {
  const { town, truth } = attacked;
  await becomeAnother(attacked, 'ten hands');
  const { siteId } = town;
  if (!first) throw new RangeError('Nobody to ask.');
  const questions = smallQuestions(truth);
  const score = new Score();
  const burst = async (hands: readonly Hand[], each: number, label: string) => {
    const all = hands.flatMap((hand) => Array.from({ length: each }, () => hand));
    const put = async (hand: Hand, nth: number) => {
      // A session does not last until another day.
      const who = label === today && nth % 2 === 0 ? hand.account : hand.token;
      const question = questions.next().value;
      const answered = question && (await tryOut(who, siteId, question, nth));
      score.note(hand, label, answered !== undefined);
    };
    for (let at = 0; at < all.length; at += atOnce) {
      await Promise.all(all.slice(at, at + atOnce).map((hand, nth) => put(hand, at + nth)));
    }
  };
  const now = Date.now();
  const midnight = Math.ceil(now / day) * day;
  mock.timers.enable({ apis: ['Date'], now });
  try {
    // One alone, then all of them, up to the bound of the organisation.
    await burst([first], budget.tablesToday + 10, today);
    await burst(others, 15, today);
    score.note(first, today, await isReported(first, siteId));
    // Around midnight; then the clock goes back to the day that is used up, and far ahead.
    const hurried = effort.quick ? 4 : 20;
    mock.timers.setTime(midnight + day - 1);
    const early = Promise.all([burst([first], 65, '1/2'), burst(others, hurried, '1/2')]);
    mock.timers.setTime(midnight + day + 1);
    await Promise.all([early, burst([first], 65, '1/2'), burst(others, hurried, '1/2')]);
    mock.timers.setTime(now);
    await burst([first, ...others], 2, today);
    for (let later = 3; later < (effort.quick ? 3 : 9); later++) {
      mock.timers.setTime(midnight + later * day);
      await burst(others, 24, `${later}`);
    }
  } finally {
    mock.timers.reset();
  }
  return { excess: score.excess, asked: score.asked };
}

/** Keeps a search that was not asked yet, and looks whether it has a number. */
async function isReported({ account }: Hand, siteId: string): Promise<boolean> {
  const path = `/api/sites/${siteId}/pool/saved`;
  const search = { id: crypto.randomUUID(), name: 'one more', question: 'by=' };
  await account.send('POST', path, { ...search, question: 'licence=car' });
  const reply = await account.get(path);
  const { saved }: { saved: { total?: number }[] } = await reply.json();
  return saved.some(({ total }) => total !== undefined);
}

function* smallQuestions(truth: Attacked['truth']): Generator<string, undefined> {
  for (const german of truth.codes('german')) {
    for (const occupation of truth.codes('occupation')) yield `german=${german}&occupation=${occupation}`;
  }
}

/** Everybody of an organisation cuts the same corner, one sub-major group in one district, in every way there is. */
export async function exceedCorner(
  attacked: Attacked,
  everybody: readonly Hand[],
  effort: Effort,
): Promise<Excess> {
  const { town, truth } = attacked;
  await becomeAnother(attacked, 'a corner');
  const { siteId } = town;
  const gang = effort.quick ? everybody.slice(0, 4) : everybody;
  const places = await town.places();
  const broader = new Set(places.map(({ within }) => within));
  const districts = new Set(places.map(({ code }) => code).filter((code) => !broader.has(code)));
  const corners = [...districts].flatMap((place) =>
    truth
      .codes('occupation')
      .filter((code) => code.length === 2)
      .map((occupation) => ({ place, occupation })),
  );
  const corner = corners.reduce((a, b) => (truth.count(b) > truth.count(a) ? b : a));
  const groups = truth.codes('occupation').filter((code) => code.startsWith(corner.occupation));
  const spreads = ['german', 'availability', 'education', 'experience', 'licence'].flatMap((one, at, all) =>
    all.slice(at + 1).map((other) => `${one},${other}`),
  );
  const questions = groups.flatMap((occupation) =>
    spreads.map((by) => String(new URLSearchParams({ ...corner, occupation, by }))),
  );
  const seen = new Map(gang.map((hand) => [hand, new Set<string>()]));
  let asked = 0;
  for (const [nth, question] of questions.slice(0, effort.quick ? 15 : 40).entries()) {
    if (!PoolQuery.safeParse(Object.fromEntries(new URLSearchParams(question))).success) continue;
    await Promise.all(
      gang.map(async (hand) => {
        asked += 1;
        // Only tables show cells; the other disguises are tried elsewhere.
        for (const cell of (await tryOut(hand.account, siteId, question, nth * 6)) ?? [])
          seen.get(hand)?.add(`pool:${cell}`);
      }),
    );
  }
  const cells = [...seen.values()].map((own) => Math.max(0, ...cornersOf(own, districts).values()));
  const over = (count: number, most: number) => Math.max(0, count - most);
  const together = cells.reduce((a, b) => a + b, 0);
  const excess =
    cells.reduce((sum, own) => sum + over(own, budget.cellsOfCorner), 0) +
    over(together, budget.cellsOfCorner * organisationFactor);
  return { excess, asked };
}
