import { useTranslation } from 'react-i18next';
import { Bars } from '../../ui/desk/table/Bars.tsx';
import { heightOf } from '../../ui/desk/table/Count.tsx';
import { usePoolWords } from '../question/words.ts';
import { namedCells } from './SpreadSummary.tsx';
import type { Spread } from './spread-table.ts';

/** More bars than these are no picture any more. */
const most = 40;

/** The largest first; of what has an order, such as German, in that order. */
export function SpreadBars({ caption, spread }: { caption: string; spread: Spread }) {
  const { t } = useTranslation('pool');
  const { codeName } = usePoolWords();
  const cells = namedCells(spread, codeName).filter(({ hidden }) => !hidden);
  const isOrdered = !spread.across && spread.down !== 'occupation' && spread.down !== 'place';
  const bars = isOrdered ? cells : cells.toSorted((a, b) => heightOf(b.count) - heightOf(a.count));
  return (
    <>
      <Bars caption={caption} bars={bars.slice(0, most)} />
      {bars.length > most && <p>{t(($) => $.spread.mostBars, { count: most })}</p>}
    </>
  );
}
