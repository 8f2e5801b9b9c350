import * as z from 'zod';
import written from '../attacks.json';

/** The attacks of the suite as the page groups them. */
export const attackGroups = {
  asking: ['T01', 'T02', 'T03', 'T04', 'T11', 'T12', 'T13', 'T21', 'T14'],
  waiting: ['T05', 'T06', 'T20', 'T07'],
  calculating: ['T08', 'T09', 'T10', 'T15', 'T19'],
  around: ['T16', 'T17', 'T18'],
} as const;
export type AttackGroup = keyof typeof attackGroups;
export type AttackId = (typeof attackGroups)[AttackGroup][number];
const attackIds: AttackId[] = Object.values(attackGroups).flat();

/** How each metric of the suite is shown: those that know of guessing as "better than guessing". */
export const shownAs = {
  ci: 'better',
  residual: 'better',
  auc: 'better',
  accuracy: 'better',
  exact: 'exact',
  precision: 'precision',
  named: 'named',
  count: 'count',
  distinct: 'distinct',
  unheard: 'unheard',
} as const;
type Metric = keyof typeof shownAs;
export type Shown = (typeof shownAs)[Metric];

const metrics = Object.keys(shownAs) as Metric[];

/** The attacks that also meet weaker protection, by which metric, and their limit there. */
export const comparisons = {
  T03: { metric: 'ci', target: 0.05 },
  T10: { metric: 'ci', target: 0.1 },
  T12: { metric: 'accuracy', target: 0.6 },
} as const satisfies { [A in AttackId]?: { metric: Metric; target: number } };
export type Compared = keyof typeof comparisons;
const compared = Object.keys(comparisons) as Compared[];

export const mechanisms = ['ours', 'rawThreshold', 'smallCellKey', 'stickyNoise'] as const;

const Figures = z.object({
  attacks: z.array(
    z.object({
      id: z.enum(attackIds),
      metric: z.enum(metrics),
      value: z.number(),
      upper: z.number(),
      target: z.number(),
      pass: z.boolean(),
      n: z.int(),
    }),
  ),
  compared: z.array(z.object({ attack: z.enum(compared), mechanism: z.enum(mechanisms), value: z.number() })),
  /** T19 by the share of the others whose answer the attacker knew already: how often right, and by guessing alone. */
  knowing: z.array(z.object({ known: z.number(), right: z.number(), guessed: z.number(), n: z.int() })),
});
export type Figures = z.infer<typeof Figures>;

/** What `pnpm attack --write` has written; nothing is shown that is not in there. */
export const figures: Figures = Figures.parse(written);

/** What an attack reached, in the scale in which it is shown. `bound` is the end of the interval that must not pass `target`. */
export type Measurement = {
  shown: Shown;
  value: number;
  bound: number;
  target: number;
  pass: boolean;
  n: number;
};

export function measurementsOf(wanted: AttackId, { attacks }: Figures = figures): Measurement[] {
  return attacks
    .filter(({ id }) => id === wanted)
    .map(({ metric, value, upper, target, pass, n }) => {
      const scaled = (figure: number) => scale(metric, figure);
      return {
        shown: shownAs[metric],
        value: scaled(value),
        bound: scaled(upper),
        target: scaled(target),
        pass,
        n,
      };
    });
}

/** The same attack against each mechanism, as "better than guessing"; undefined where it was not measured. */
export function comparisonOf(wanted: Compared, { compared: all }: Figures = figures) {
  const { metric, target } = comparisons[wanted];
  const bars = mechanisms.map((mechanism) => {
    const found = all.find((one) => one.attack === wanted && one.mechanism === mechanism);
    return { mechanism, value: found && scale(metric, found.value) };
  });
  return { bars, target: scale(metric, target) };
}

/** How many attacks have been measured, and how many of them stayed under all their limits. */
export function summaryOf(measured: Figures = figures) {
  const passes = attackIds.map((id) => measurementsOf(id, measured).map(({ pass }) => pass));
  const tried = passes.filter((all) => all.length > 0);
  const held = tried.filter((all) => all.every(Boolean)).length;
  return {
    attacks: attackIds.length,
    held,
    failed: tried.length - held,
    open: attackIds.length - tried.length,
  };
}

function scale(metric: Metric, figure: number): number {
  // The suite inverts the error so that less is better; people read it as it is.
  if (metric === 'precision') return 1 / figure;
  // Guessing between two gives one half.
  const better = metric === 'auc' || metric === 'accuracy' ? 2 * figure - 1 : figure;
  return shownAs[metric] === 'better' ? Math.max(0, better) : better;
}
