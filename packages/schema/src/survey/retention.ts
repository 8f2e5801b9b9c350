import { inputOf } from './inputs.ts';
import type { Question } from './questions.ts';

/**
 * What becomes of answers that nobody has confirmed: after the months that the site has set they are asked about, three
 * months later they leave the pool, and another three months later what identifies the person is gone.
 */
export const stages = ['fresh', 'ask', 'resting', 'over'] as const;
export type Stage = (typeof stages)[number];

/** Months after which a stage begins, beyond those of the site. */
export const graceMonths = { ask: 0, resting: 3, over: 6 } as const satisfies Record<
  Exclude<Stage, 'fresh'>,
  number
>;

/** What was confirmed last before this moment has reached a stage. */
export function cutoffOf(stage: Exclude<Stage, 'fresh'>, months: number, now: Date): Date {
  return monthsBefore(now, months + graceMonths[stage]);
}

/** The stage of answers that were confirmed last at a time. */
export function stageOf(confirmedAt: Date, months: number, now: Date): Stage {
  if (confirmedAt < cutoffOf('over', months, now)) return 'over';
  if (confirmedAt < cutoffOf('resting', months, now)) return 'resting';
  return confirmedAt < cutoffOf('ask', months, now) ? 'ask' : 'fresh';
}

/** The same day some months ago; the last of the month where that is shorter. */
function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), last));
  return then;
}

/** Tells whether an answer goes when a person's answers stay for statistics alone: own words, sound, other consents. */
export function identifies(question: Question): boolean {
  const { kind } = inputOf(question);
  return kind === 'text' || kind === 'voice' || (kind === 'consent' && question !== 'consentStatistics');
}
