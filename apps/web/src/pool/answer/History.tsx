import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { dayOf } from '../../ui/desk/dates.ts';
import { Bars } from '../../ui/desk/table/Bars.tsx';
import { historyQuery } from '../queries.ts';
import styles from './answer.module.css';

/** A year of monthly states. */
const most = 12;

/**
 * What was published of the same question in each state, so that one sees where it is going. A question without a number
 * is one about fewer people than may be asked about, which is more than the "<10" of a table.
 */
export function History({ question }: { question: PoolSearch }) {
  const { t, i18n } = useTranslation('pool');
  const { data: history = [] } = useQuery(historyQuery(useSite().id, question));
  if (history.length < 2) return null;
  const last = history.slice(-most);
  const bars = last.map(({ epoch, publishedAt, total }) => ({
    key: String(epoch),
    name: t(($) => $.history.state, { epoch, date: dayOf(publishedAt, i18n.language) }),
    count: total,
  }));
  return (
    <section className={styles.part}>
      <h2>{t(($) => $.history.heading)}</h2>
      <p>{t(($) => $.history.lead)}</p>
      <Bars caption={t(($) => $.history.caption)} bars={bars} withheld={t(($) => $.words.tooFew)} />
    </section>
  );
}
