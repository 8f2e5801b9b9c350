import type { GapRow } from '@kannwas/schema/gaps';
import type { TFunction } from 'i18next';

/** A share as percent, without pretended precision: 36 %. */
export function shareOf(share: number, language: string): string {
  return share.toLocaleString(language, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });
}

/** The gap as a signed range, with a true minus sign: "−12 to −3". */
export function rangeOf({ low, high }: GapRow['gap'], t: TFunction<'gaps'>, language: string): string {
  const signed = (number: number) => number.toLocaleString(language).replace('-', '−');
  return low === high ? signed(low) : t(($) => $.gap.interval, { low: signed(low), high: signed(high) });
}

/** The gap in words: "3 to 12 missing". */
export function gapInWords({ low, high }: GapRow['gap'], t: TFunction<'gaps'>, language: string): string {
  const plain = (number: number) => Math.abs(number).toLocaleString(language);
  const span = (least: number, most: number) =>
    least === most ? plain(least) : t(($) => $.gap.interval, { low: plain(least), high: plain(most) });
  if (low === 0 && high === 0) return t(($) => $.gap.balanced);
  if (high <= 0) return t(($) => $.gap.lack, { interval: span(high, low) });
  if (low >= 0) return t(($) => $.gap.spare, { interval: span(low, high) });
  return t(($) => $.gap.unclear, { lack: plain(low), spare: plain(high) });
}

/** How certain a lack is: the whole range below zero is a lack, above zero none. */
export function kindOf({ low, high }: GapRow['gap']): 'lack' | 'spare' | 'unclear' {
  if (high < 0) return 'lack';
  return low >= 0 ? 'spare' : 'unclear';
}
