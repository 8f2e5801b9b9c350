import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { useSite } from '../app/session.ts';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import { OfferForm } from './OfferForm.tsx';
import { OfferList } from './OfferList.tsx';
import styles from './offers.module.css';
import { offersQuery } from './queries.ts';

/** What the place offers to newcomers: a list, and a form to add one or to change it. */
export function OffersPage() {
  const { t } = useTranslation('offers');
  const heading = usePageTitle(t(($) => $.title));
  const { id: siteId } = useSite();
  const offers = useQuery(offersQuery(siteId));
  // The id is made with the form, so that pressing twice keeps one offer.
  const [open, setOpen] = useState(() => ({ id: v7(), changing: false }));
  const another = () => setOpen({ id: v7(), changing: false });
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.title)}
      </h1>
      <p className={styles.lead}>{t(($) => $.lead)}</p>
      <Loaded query={offers}>
        {(rows) => (
          <>
            <OfferList offers={rows} onChange={({ id }) => setOpen({ id, changing: true })} />
            <OfferForm
              key={open.id}
              id={open.id}
              offer={rows.find(({ id }) => id === open.id)}
              changing={open.changing}
              onDone={another}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
