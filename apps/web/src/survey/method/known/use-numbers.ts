import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../frame/use-language.ts';
import type { Shown } from './figures.ts';

/** Writes numbers as the language of the page does. */
export function useNumbers() {
  const { t } = useTranslation('method');
  const language = useLanguage();
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const figure = (shown: Shown, value: number): string => {
    if (shown === 'precision') return t(($) => $.known.people, { number: number.format(value) });
    return shown === 'count' || shown === 'distinct' ? number.format(value) : share.format(value);
  };
  return { figure, percent: share.format, whole: number.format };
}
