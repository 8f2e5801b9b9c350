import type { PoolTable } from '@kannwas/schema/pool/table';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../app/paths.ts';
import { mayAt, useSession, useSite } from '../app/session.ts';
import { dayOf } from '../ui/desk/dates.ts';
import { Explain } from '../ui/desk/table/Explain.tsx';
import styles from './pool.module.css';

type Props = { table: PoolTable; question: PoolSearch };

/** The answer as a sentence with the number large and what it means beside it. */
export function PoolAnswer({ table: { total, epoch }, question }: Props) {
  const { t, i18n } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  return (
    <section className={styles.answer}>
      <p className={styles.large} role="status">
        {total === null ? (
          <>
            <strong>{t(($) => $.answer.withheld)}</strong> {t(($) => $.answer.perhapsNobody)}
          </>
        ) : (
          <>
            {t(($) => $.answer.about)} <strong>{total.toLocaleString(i18n.language)}</strong>{' '}
            {t(($) => $.answer.people)}
          </>
        )}
      </p>
      <p>
        {total === null ? t(($) => $.answer.uncertaintyWithheld) : t(($) => $.answer.uncertainty)}{' '}
        {total === null && t(($) => $.answer.widen)}{' '}
        <Explain
          heading={total === null ? desk(($) => $.count.whyHeading) : desk(($) => $.count.roundHeading)}
          text={total === null ? desk(($) => $.count.why) : desk(($) => $.count.round)}
        >
          {total === null ? desk(($) => $.count.whyShort) : desk(($) => $.count.roundHeading)}
        </Explain>
      </p>
      <p className={styles.stated}>
        {t(($) => $.answer.stated, { epoch: epoch.epoch, date: dayOf(epoch.publishedAt, i18n.language) })}
      </p>
      <Need question={question} />
    </section>
  );
}

/** A search without enough results becomes demand, so that it is not in vain. */
function Need({ question: { occupation, district, german } }: { question: PoolSearch }) {
  const { t } = useTranslation('pool');
  const { me } = useSession();
  const { id: siteId } = useSite();
  if (!mayAt(me, siteId, 'demand.add')) return null;
  return (
    <aside className={styles.need}>
      <h2>{t(($) => $.need.heading)}</h2>
      <p>{t(($) => $.need.lead)}</p>
      <Link to="/$siteId/demand" params={{ siteId }} search={{ occupation, district, german }} hash="need">
        {t(($) => $.need.link)}
      </Link>
    </aside>
  );
}
