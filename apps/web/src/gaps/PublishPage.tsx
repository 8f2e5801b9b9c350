import type { Epoch } from '@kannwas/schema/snapshots';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../app/session.ts';
import { minuteOf } from '../ui/desk/dates.ts';
import sheet from '../ui/desk/desk.module.css';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import { DeskTable } from '../ui/desk/table/DeskTable.tsx';
import { Search } from '../ui/desk/table/Search.tsx';
import styles from './gaps.module.css';
import { Publish } from './Publish.tsx';
import { snapshotsQuery } from './queries.ts';

/** Publishing and all states published so far. */
export function PublishPage() {
  const { t } = useTranslation('gaps');
  const heading = usePageTitle(t(($) => $.publish.title));
  const snapshots = useQuery(snapshotsQuery(useSite().id));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.publish.title)}
      </h1>
      <Publish />
      {snapshots.data && (
        <section className={styles.part}>
          <h2>{t(($) => $.publish.all)}</h2>
          <Loaded query={snapshots}>{({ epochs }) => <Epochs epochs={epochs} />}</Loaded>
        </section>
      )}
    </>
  );
}

function Epochs({ epochs }: { epochs: readonly Epoch[] }) {
  const { t, i18n } = useTranslation('gaps');
  const [search, setSearch] = useState('');
  if (epochs.length === 0) return <p>{t(($) => $.publish.never)}</p>;
  const wordsOf = (epoch: Epoch) => `${epoch.epoch} ${minuteOf(epoch.publishedAt, i18n.language)}`;
  const found = epochs.filter((epoch) => wordsOf(epoch).includes(search.trim()));
  return (
    <>
      <div className={sheet.tools}>
        <Search label={t(($) => $.publish.search)} value={search} onChange={setSearch} />
      </div>
      {found.length === 0 ? (
        <p role="status">{t(($) => $.publish.none, { search })}</p>
      ) : (
        <DeskTable
          caption={t(($) => $.publish.caption)}
          columns={[
            {
              name: 'epoch',
              heading: t(($) => $.publish.epoch),
              cell: ({ epoch }) => epoch,
              sortBy: ({ epoch }) => epoch,
            },
            {
              name: 'publishedAt',
              heading: t(($) => $.publish.publishedAt),
              cell: ({ publishedAt }) => minuteOf(publishedAt, i18n.language),
              sortBy: ({ publishedAt }) => publishedAt,
            },
          ]}
          rows={found}
          keyOf={({ epoch }) => String(epoch)}
          sorting={{ column: 'epoch', down: true }}
        />
      )}
    </>
  );
}
