import { useLanguage } from '../../frame/use-language.ts';
import type { Shown } from './figures.ts';

const plain: readonly Shown[] = ['precision', 'count', 'distinct'];

/** Writes numbers as the language of the page does. */
export function useNumbers() {
  const language = useLanguage();
  const { format: percent } = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const { format: number } = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const figure = (shown: Shown, value: number) => (plain.includes(shown) ? number(value) : percent(value));
  return { figure, percent, number };
}
