import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import type { Attacked } from '../world.ts';
import { becomeAnother, type Hand, tryOut } from './gang.ts';
import { type Rehearsed, type Run, rehearse, searches } from './runs.ts';

/** How many runs raised no alarm, and how many ordinary searches did. */
export type Unheard = { missed: Run[]; runs: number; falseAlarms: number; searches: number };

/** Lets every other run be asked by one account, and the others by several in turns, each run as another organisation. */
export async function runUnheard(
  attacked: Attacked,
  gang: readonly Hand[],
  wanted: Rehearsed,
): Promise<Unheard> {
  const { instance, town } = attacked;
  const { siteId } = town;
  const coordinator = await instance.hire({ siteId, role: 'coordinator' });
  const ordinary = searches(attacked, wanted.splits);
  const attacks = await rehearse(attacked, wanted);
  const heard = async () => {
    const reply = await coordinator.get(poolEndpoints.alarms.url.replace(':siteId', siteId));
    const { alarms }: { alarms: { organisation: string }[] } = await reply.json();
    return new Set(alarms.map(({ organisation }) => organisation));
  };
  const isUnheard = new Map<Run, boolean>();
  for (const [nth, run] of [...ordinary, ...attacks].entries()) {
    const organisation = `run ${nth}`;
    await becomeAnother(attacked, organisation);
    const hands = nth % 2 === 0 ? gang.slice(0, 1) : gang;
    isUnheard.set(run, !(await raises(run, hands, siteId, async () => (await heard()).has(organisation))));
  }
  return {
    missed: attacks.filter((run) => isUnheard.get(run)),
    runs: attacks.length,
    falseAlarms: ordinary.filter((run) => !isUnheard.get(run)).length,
    searches: ordinary.length,
  };
}

/** After so many questions somebody looks for an alarm. */
const round = 8;

/** Asks until there is an alarm, or nothing is left to ask. */
async function raises(
  { questions }: Run,
  hands: readonly Hand[],
  siteId: string,
  isHeard: () => Promise<boolean>,
): Promise<boolean> {
  for (const [nth, question] of questions.entries()) {
    const hand = hands[nth % hands.length];
    if (hand) await tryOut(hand.account, siteId, question, 0);
    const isLast = nth === questions.length - 1;
    if ((isLast || nth % round === round - 1) && (await isHeard())) return true;
  }
  return false;
}
