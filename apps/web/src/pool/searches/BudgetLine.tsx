import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/session.ts';
import { Explain } from '../../ui/desk/table/Explain.tsx';
import { budgetQuery } from '../queries.ts';
import { isLow, tightest } from './budget.ts';
import styles from './searches.module.css';

/** How much may still be asked: a quiet line, and a clear one before it ends unless the page already says so. */
export function BudgetLine({ isSaid }: { isSaid: boolean }) {
  const { t, i18n } = useTranslation('pool');
  const { data: budget } = useQuery(budgetQuery(useSite().id));
  if (!budget) return null;
  const { name, left } = tightest(budget);
  const number = (of: number) => of.toLocaleString(i18n.language);
  const words = ({ used, most }: { used: number; most: number }) => ({
    used: number(used),
    most: number(most),
  });
  return (
    <>
      {isLow(budget) && !isSaid && (
        <p className={styles.low} role="status">
          {left > 0
            ? t(($) => $.budget.low[name], { count: left, number: number(left) })
            : t(($) => $.budget.empty[name])}
        </p>
      )}
      <p className={styles.budget}>
        {t(($) => $.budget.today, words(budget.today))} · {t(($) => $.budget.tables, words(budget.tables))} ·{' '}
        {t(($) => $.budget.free)}{' '}
        <Explain
          heading={t(($) => $.budget.whyHeading)}
          text={t(($) => $.budget.why, {
            cells: number(budget.cells.used),
            mostCells: number(budget.cells.most),
            organisation: number(budget.organisation.used),
            mostOrganisation: number(budget.organisation.most),
          })}
        >
          {t(($) => $.budget.whyHeading)}
        </Explain>
      </p>
    </>
  );
}
