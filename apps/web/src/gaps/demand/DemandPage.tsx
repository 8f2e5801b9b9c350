import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayAt, rolesAt, useSession, useSite } from '../../app/session.ts';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { usePageTitle } from '../../ui/desk/page-title.ts';
import styles from '../gaps.module.css';
import { demandQuery } from '../queries.ts';
import { DemandForm } from './DemandForm.tsx';
import { DemandList } from './DemandList.tsx';

const route = getRouteApi('/$siteId/demand');

/** What is wanted here: an employer's own rows, or all of them for the coordination. */
export function DemandPage() {
  const { t } = useTranslation('gaps');
  const heading = usePageTitle(t(($) => $.demand.title));
  const { me } = useSession();
  const { id: siteId } = useSite();
  const need = route.useSearch();
  const demand = useQuery(demandQuery(siteId));
  const all = rolesAt(me, siteId).includes('coordinator');
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.demand.title)}
      </h1>
      <p className={styles.lead}>{all ? t(($) => $.demand.leadAll) : t(($) => $.demand.leadMine)}</p>
      <section className={styles.part}>
        <h2>{t(($) => $.demand.list)}</h2>
        <Loaded query={demand}>{(rows) => <DemandList rows={rows} />}</Loaded>
      </section>
      {mayAt(me, siteId, 'demand.add') && <DemandForm key={JSON.stringify(need)} need={need} />}
    </>
  );
}
