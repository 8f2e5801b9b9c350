import type { PoolTable } from '@kannwas/schema/pool/table';
import { Trans, useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import { dayOf } from '../../ui/desk/dates.ts';
import { Explain } from '../../ui/desk/table/Explain.tsx';
import { usePoolWords } from '../question/words.ts';
import { AlsoWithCourse } from './AlsoWithCourse.tsx';
import styles from './answer.module.css';
import { BroaderAnswers } from './BroaderAnswers.tsx';
import { offBy } from './off-by.ts';

type Props = { question: PoolSearch; table: PoolTable };

/** The answer as a sentence with the number large, and what it means beside it. */
export function Answer({ question, table }: Props) {
  const { t, i18n } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  const { questionWords } = usePoolWords();
  const { total, epoch, refused, broader } = table;
  return (
    <section className={styles.answer}>
      <h2 className={styles.about}>{questionWords(question)}</h2>
      <p className={styles.large} role="status">
        <Sentence {...{ question, table }} />
      </p>
      {total !== null && <AlsoWithCourse question={question} />}
      <p>
        {refused && t(($) => $.refused[refused])}
        {!refused &&
          (total === null
            ? t(($) => $.answer.whyWithheld)
            : t(($) => $.answer.uncertainty, { people: offBy(question) }))}{' '}
        <Explain
          heading={total === null ? desk(($) => $.count.whyHeading) : desk(($) => $.count.roundHeading)}
          text={total === null ? desk(($) => $.count.why) : desk(($) => $.count.round)}
        >
          {total === null ? t(($) => $.answer.protection) : desk(($) => $.count.roundHeading)}
        </Explain>
      </p>
      {(total === null || refused) && <BroaderAnswers question={question} broader={broader} />}
      <p className={styles.stated}>
        {t(($) => $.answer.stated, { epoch: epoch.epoch, date: dayOf(epoch.publishedAt, i18n.language) })}
      </p>
    </section>
  );
}

function Sentence({ question, table: { total, refused } }: Props) {
  const { t, i18n } = useTranslation('pool');
  const components = { strong: <strong /> };
  if (refused === 'base-too-small')
    return <Trans t={t} i18nKey={($) => $.answer.tooFew} components={components} />;
  if (refused === 'too-alike')
    return <Trans t={t} i18nKey={($) => $.answer.tooAlike} components={components} />;
  if (refused === 'too-sparse')
    return <Trans t={t} i18nKey={($) => $.answer.tooSparse} components={components} />;
  if (total === null) return <Trans t={t} i18nKey={($) => $.answer.withheld} components={components} />;
  const ready = question.availability ?? 'any';
  return (
    <Trans
      t={t}
      i18nKey={($) => $.answer.people[ready]}
      values={{ number: total.toLocaleString(i18n.language) }}
      components={components}
    />
  );
}
