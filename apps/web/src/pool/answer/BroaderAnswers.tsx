import type { Broader } from '@kannwas/schema/pool/table';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { usePoolWords } from '../question/words.ts';
import styles from './answer.module.css';

type Props = { question: PoolSearch; broader: readonly Broader[] };

/** The nearest broader questions that have an answer, each one press away. */
export function BroaderAnswers({ question, broader }: Props) {
  const { t, i18n } = useTranslation('pool');
  const { id: siteId } = useSite();
  const { questionWords } = usePoolWords();
  if (broader.length === 0) return <p>{t(($) => $.broader.none)}</p>;
  return (
    <div className={styles.broader}>
      <h3>{t(($) => $.broader.heading)}</h3>
      <ul>
        {broader.map(({ where, count }) => {
          const wider = { ...where, ...(question.by && { by: question.by }) };
          return (
            <li key={JSON.stringify(where)}>
              <Link to="/$siteId/pool" params={{ siteId }} search={wider}>
                {questionWords(where)}
              </Link>{' '}
              <strong>{t(($) => $.broader.about, { number: count.toLocaleString(i18n.language) })}</strong>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
