import type { Offer, OfferKind } from '@kannwas/schema/offers';
import { keepAsked } from '@kannwas/schema/survey/journey';
import { type Answers, said, slotOf } from '@kannwas/schema/survey/questions';
import { germanSteps } from './german.ts';
import { occupationSteps } from './occupations.ts';
import { planSteps } from './plans.ts';
import type { Step, StepKind } from './step.ts';

export type OfferedStep = Step & { readonly offers: readonly Offer[] };

export type NextSteps = {
  readonly steps: readonly OfferedStep[];
  /** What the place offers beside that. */
  readonly more: readonly Offer[];
};

/** The place as the steps see it. */
type Surroundings = { readonly offers: readonly Offer[] };

/**
 * What a person could do next, by their own answers and by what the place offers. Pure: the same answers give the same list,
 * and a step keeps its code when others come or go. Answers that are no longer asked do not count.
 */
export function nextSteps(answers: Answers, { offers }: Surroundings): NextSteps {
  const asked = keepAsked(answers, 'staff');
  const steps = [...germanSteps(asked), ...occupationSteps(asked), ...planSteps(asked)]
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .map((step) => ({ ...step, offers: offers.filter((offer) => fits(offer, step)) }));
  const shown = new Set(steps.flatMap((step) => step.offers.map(({ id }) => id)));
  return { steps, more: offers.filter(({ id }) => !shown.has(id)) };
}

/** Tells whether a person ticked a step off. */
export function isDone(answers: Answers, { code }: Pick<Step, 'code'>): boolean {
  return said(answers, 'stepDone', code) === 'done';
}

/** The slot under which the tick of a step is kept. */
export const tickOf = ({ code }: Pick<Step, 'code'>) => slotOf('stepDone', code);

/** What opens other doors comes first; advice, which is for everybody, last. */
const order = [
  'permission',
  'german',
  'certificate',
  'recognition',
  'test',
  'documents',
  'childcare',
  'work',
  'training',
  'study',
  'driving',
  'computer',
  'business',
  'people',
  'advice',
] as const satisfies readonly StepKind[];

/** Which offers help with a step. */
const helping: Readonly<Record<StepKind, readonly OfferKind[]>> = {
  permission: ['advice'],
  german: ['language-course'],
  certificate: [],
  recognition: ['recognition-advice'],
  test: ['job-help'],
  documents: ['recognition-advice'],
  childcare: ['childcare'],
  work: ['job-help'],
  training: ['training', 'job-help'],
  study: ['advice'],
  driving: ['office'],
  computer: ['computer'],
  business: ['job-help'],
  people: ['meeting'],
  advice: ['advice', 'office'],
};

function fits({ kind, levels }: Offer, step: Step): boolean {
  if (!helping[step.kind].includes(kind)) return false;
  return kind !== 'language-course' || levels.length === 0 || !step.level || levels.includes(step.level);
}
