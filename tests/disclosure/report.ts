import type { Compared } from './compared.ts';
import type { Result } from './result.ts';
import type { Utility } from './utility.ts';

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

/** One measurement as people read it. */
export function lineOf({
  id,
  metric,
  value,
  upper,
  target,
  pass,
  claimRate,
  baseline,
  n,
  note,
}: Result): string {
  const numbers = `${metric} ${value.toFixed(3)}, at most ${upper.toFixed(3)}, target ${target.toFixed(3)}`;
  const about = `${n} targets, ${percent(claimRate)} claimed, baseline ${percent(baseline)}`;
  return `${verdict(pass)}  ${id.padEnd(4)} ${numbers.padEnd(52)} ${about.padEnd(48)} ${note}`;
}

export const utilityLine = ({ name, value, target, pass, note }: Utility): string =>
  `${verdict(pass)}  ${name.padEnd(30)} ${value.toFixed(3)}, target ${target}  ${note}`;

const verdict = (pass: boolean) => (pass ? 'pass' : 'FAIL');

/** A table of mechanisms by attacks. */
export function sideBySide(compared: readonly Compared[]): string {
  const attacks = [...new Set(compared.map(({ attack }) => attack))];
  const head = ['mechanism', ...attacks].map((text) => text.padEnd(14)).join('');
  const lines = [...Map.groupBy(compared, ({ mechanism }) => mechanism)].map(([mechanism, own]) => {
    const values = attacks.map((name) => own.find(({ attack }) => attack === name)?.value.toFixed(2) ?? '–');
    return [mechanism, ...values].map((text) => text.padEnd(14)).join('');
  });
  return [head, ...lines].join('\n');
}

/** What the page about the method shows: every attack by each of its metrics, and the comparison. Rounded. */
export function figuresOf(results: readonly Result[], compared: readonly Compared[]) {
  const ways = Map.groupBy(results, ({ id, metric, target }) => `${id} ${metric} ${target}`);
  const worst = [...ways.values()].map((same) =>
    same.reduce((a, b) =>
      Number(b.pass) < Number(a.pass) || (b.pass === a.pass && b.upper > a.upper) ? b : a,
    ),
  );
  return {
    attacks: worst
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map(({ id, metric, value, upper, target, pass, n }) => ({
        ...{ id, metric, value: rounded(value), upper: rounded(upper), target: rounded(target), pass, n },
      })),
    compared: compared.map(({ value, ...one }) => ({ ...one, value: rounded(value) })),
    knowing: results.flatMap(({ knowing, n }) =>
      knowing
        ? [{ known: knowing.known, right: rounded(knowing.right), guessed: rounded(knowing.guessed), n }]
        : [],
    ),
  };
}

const rounded = (figure: number): number => Math.round(figure * 1_000) / 1_000;
