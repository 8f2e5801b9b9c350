import { useTranslation } from 'react-i18next';
import { heightOf } from '../../ui/desk/table/Count.tsx';
import { usePoolWords } from '../question/words.ts';
import type { Cell, Spread } from './spread-table.ts';

/** The table in a few sentences, for those who do not read tables. */
export function SpreadSummary({ spread }: { spread: Spread }) {
  const { t, i18n } = useTranslation('pool');
  const { codeName } = usePoolWords();
  const cells = namedCells(spread, codeName);
  const [largest] = cells.toSorted((a, b) => heightOf(b.count) - heightOf(a.count));
  const hidden = cells.filter((cell) => cell.hidden).length;
  const withheld = cells.filter(({ count }) => count === null).length - hidden;
  if (!largest || largest.count === null) {
    return hidden > 0 ? t(($) => $.spread.allHidden) : t(($) => $.spread.summaryNone);
  }
  return [
    t(($) => $.spread.largest, {
      name: largest.name,
      number: largest.count.toLocaleString(i18n.language),
    }),
    withheld > 0 && t(($) => $.spread.withheld, { count: withheld }),
    hidden > 0 && t(($) => $.spread.hidden, { count: hidden }),
    t(($) => $.spread.sums),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The cells inside the table with the names of both their codes: those of one dimension, or of both. */
export function namedCells(
  { down, across, acrossCodes, lines }: Spread,
  codeName: ReturnType<typeof usePoolWords>['codeName'],
): (Cell & { key: string; name: string })[] {
  if (!across) return lines.map(({ code, all }) => ({ ...all, key: code, name: codeName(down, code) }));
  return lines.flatMap((line) =>
    line.across.map((cell, place) => {
      const beside = acrossCodes[place] ?? '';
      const name = `${codeName(down, line.code)} · ${codeName(across, beside)}`;
      return { ...cell, key: `${line.code}~${beside}`, name };
    }),
  );
}
