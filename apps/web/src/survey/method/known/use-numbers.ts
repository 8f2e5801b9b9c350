import { languages } from '@kannwas/schema/codes';
import { useLanguage } from '../../frame/use-language.ts';
import type { Shown } from './figures.ts';

const plain: readonly Shown[] = ['precision', 'count', 'distinct'];

/** Writes numbers as the language of the page does. The page is written by Node, which knows them all. */
export function useNumbers() {
  const { locale } = languages[useLanguage()];
  const { format: percent } = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const { format: number } = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const figure = (shown: Shown, value: number) => (plain.includes(shown) ? number(value) : percent(value));
  return { figure, percent, number };
}
