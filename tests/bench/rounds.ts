/** One figure of ours beside the same figure of a limit or a peer, from the same run. */
export type Metric = {
  name: string;
  value: number;
  unit: string;
  reference: string;
  /** Median of the ratios, round by round; see `better`. */
  ratio: number;
  target: number;
  pass: boolean;
};
export type Shown = Metric & { ours: Spread; theirs: Spread; ratios: Spread; better: 'more' | 'less' };
export type Spread = { median: number; low: number; high: number };

/** Runs A B A B … after one round that warms both up and does not count. */
export async function alternate<A, B>(rounds: number, a: () => Promise<A>, b: () => Promise<B>, warm = true) {
  if (warm) {
    await a();
    await b();
  }
  const ours: A[] = [];
  const theirs: B[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await a());
    theirs.push(await b());
  }
  return { ours, theirs };
}

type Figures = { ours: readonly number[]; theirs: readonly number[] };
type About = { name: string; unit: string; reference: string; target: number; better: 'more' | 'less' };

/** Compares round by round, so that a machine that slows down slows both: the ratio is ours ÷ theirs. */
export function metric({ name, unit, reference, target, better }: About, { ours, theirs }: Figures): Shown {
  const ratios = spread(ours.map((figure, round) => figure / (theirs[round] ?? Number.NaN)));
  const ratio = ratios.median;
  const pass = better === 'more' ? ratio >= target : ratio <= target;
  const shown = { ours: spread(ours), theirs: spread(theirs), ratios, better };
  return {
    name,
    value: round3(shown.ours.median),
    unit,
    reference,
    ratio: round3(ratio),
    target,
    pass,
    ...shown,
  };
}

/** A figure against a fixed limit, such as a number of bytes. */
export function limit(about: About, ours: readonly number[], fixed: number): Shown {
  return metric(about, { ours, theirs: ours.map(() => fixed) });
}

export function spread(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(0),
    high: at(sorted.length - 1),
  };
}

/** The value below which 99 of 100 lie. */
export function p99(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * 0.99)] ?? Number.NaN;
}

/** The table for people. */
export function tableLine({
  name,
  unit,
  reference,
  ours,
  theirs,
  ratios,
  target,
  better,
  pass,
}: Shown): string {
  const range = ({ median, low, high }: Spread) => `${short(median)} (${short(low)}–${short(high)})`;
  const goal = `${better === 'more' ? '≥' : '≤'} ${target}`;
  return [
    pass ? 'pass' : 'MISS',
    name.padEnd(24),
    `${range(ours)} ${unit}`.padEnd(34),
    `${reference}: ${range(theirs)}`.padEnd(52),
    `ratio ${range(ratios)}, target ${goal}`,
  ].join('  ');
}

const short = (figure: number) =>
  Math.abs(figure) >= 100
    ? Math.round(figure).toLocaleString('en-GB')
    : String(Number(figure.toPrecision(3)));
const round3 = (figure: number) => Math.round(figure * 1000) / 1000;
