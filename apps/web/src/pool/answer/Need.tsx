import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import { mayAt, useSession, useSite } from '../../app/session.ts';
import styles from './answer.module.css';

/** A search without enough results becomes demand, so that it is not in vain. */
export function Need({ question: { occupation, place, german } }: { question: PoolSearch }) {
  const { t } = useTranslation('pool');
  const { me } = useSession();
  const { id: siteId, districts } = useSite();
  if (!mayAt(me, siteId, 'demand.add')) return null;
  const group = occupation && occupation.length > 1 ? occupation.slice(0, 2) : undefined;
  const district = districts.find(({ code }) => code === place)?.code;
  return (
    <aside className={styles.need}>
      <h2>{t(($) => $.need.heading)}</h2>
      <p>{t(($) => $.need.lead)}</p>
      <Link
        to="/$siteId/demand"
        params={{ siteId }}
        search={{ occupation: group, district, german }}
        hash="need"
      >
        {t(($) => $.need.link)}
      </Link>
    </aside>
  );
}
