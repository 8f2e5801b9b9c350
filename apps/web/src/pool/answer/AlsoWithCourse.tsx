import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { askQuery, budgetQuery } from '../queries.ts';
import { withCourse } from '../question/question.ts';
import { isLow } from '../searches/budget.ts';

/**
 * How many more there might be after a course: a second question, asked along only while there is enough left to ask.
 */
export function AlsoWithCourse({ question }: { question: PoolSearch }) {
  const { t, i18n } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  const { id: siteId } = useSite();
  const second = withCourse(question);
  const budget = useQuery(budgetQuery(siteId));
  const isAffordable = budget.data !== undefined && !isLow(budget.data);
  const answer = useQuery({
    ...askQuery(siteId, second ?? {}),
    enabled: second !== undefined && isAffordable,
  });
  if (!second || !answer.data) return null;
  const { total } = answer.data.table;
  if (total === null) return <p>{t(($) => $.course.tooFew)}</p>;
  const number = total.toLocaleString(i18n.language);
  return (
    <p>
      {second.german
        ? t(($) => $.course.withGerman, { number, german: desk(($) => $.german[second.german ?? 'A1']) })
        : t(($) => $.course.any, { number })}{' '}
      {t(($) => $.course.both)}
    </p>
  );
}
