import type { OccupationCode } from '@kannwas/schema/codes';
import type { CourseLevel } from '@kannwas/schema/offers';
import type { Recognition } from '../germany/recognition.ts';
import type stepsInEnglish from '../languages/en/steps.json';

export type StepTexts = typeof stepsInEnglish;
export type StepKind = keyof StepTexts['kinds'];
type Reason = keyof StepTexts['reasons'];

/** One thing that a person could do next. */
export type Step = {
  /** What a tick is kept under: `german`, `recognition-2221`. It never changes its meaning. */
  readonly code: string;
  readonly kind: StepKind;
  /** Why it is on the list, most telling first: always something that the person, or their adviser, said. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** The ISCO-08 unit group, where a step is about one. */
  readonly occupation?: OccupationCode;
  /** What the catalogue knows about it: nothing else is said about law. */
  readonly recognition?: Recognition;
  /** The level that a course should have. */
  readonly level?: CourseLevel | undefined;
};

/** Says for each reason whether it holds; those that hold, in order. */
type Holding = readonly (readonly [Reason, boolean])[];

/** Makes a step if there is a reason for it. */
export function stepFor(kind: StepKind, holding: Holding, about: Partial<Step> = {}): Step[] {
  const [first, ...others] = holding.flatMap(([reason, holds]) => (holds ? [reason] : []));
  return first === undefined ? [] : [{ code: kind, kind, reasons: [first, ...others], ...about }];
}
