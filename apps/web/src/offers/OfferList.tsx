import { type Language, languages } from '@kannwas/schema/codes';
import { offersEndpoints, type StaffOffer } from '@kannwas/schema/offers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/call.ts';
import { useSite } from '../app/session.ts';
import { dayOf } from '../ui/desk/dates.ts';
import sheet from '../ui/desk/desk.module.css';
import { Problem } from '../ui/desk/form/Problem.tsx';
import { type Column, DeskTable } from '../ui/desk/table/DeskTable.tsx';
import { Search } from '../ui/desk/table/Search.tsx';
import styles from './offers.module.css';
import { offersQuery } from './queries.ts';

type Props = { offers: readonly StaffOffer[]; onChange: (offer: StaffOffer) => void };

/** All offers, also those that are over; an ended one can be brought back. */
export function OfferList({ offers, onChange }: Props) {
  const { t } = useTranslation('offers');
  const { t: desk } = useTranslation('desk');
  const { id: siteId } = useSite();
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const ending = useMutation({
    mutationFn: ({ id, ended }: { id: string; ended: boolean }) =>
      call(offersEndpoints.end, { params: { siteId, offerId: id }, body: { ended } }),
    onSuccess: () => client.invalidateQueries(offersQuery(siteId)),
  });
  const columns = useColumns(onChange, ({ id, ended }) => ending.mutate({ id, ended: !ended }));
  const wanted = search.trim().toLowerCase();
  const found = offers.filter((offer) => wordsOf(offer).includes(wanted));
  const last = ending.data;
  return (
    <section className={styles.part}>
      <h2>{t(($) => $.list)}</h2>
      <div className={sheet.tools}>
        <Search label={t(($) => $.search)} value={search} onChange={setSearch} />
      </div>
      <p role="status" className={last ? styles.told : undefined}>
        {last && (
          <>
            {t(($) => $[last.ended ? 'ended' : 'broughtBack'], { offer: nameOf(last) })}{' '}
            <button type="button" onClick={() => ending.mutate({ id: last.id, ended: !last.ended })}>
              {desk(($) => $.action.undo)}
            </button>
          </>
        )}
      </p>
      {ending.error && <Problem error={ending.error} />}
      {offers.length === 0 && <p>{t(($) => $.empty)}</p>}
      {offers.length > 0 && found.length === 0 && <p role="status">{t(($) => $.none, { search })}</p>}
      {found.length > 0 && (
        <DeskTable
          caption={t(($) => $.list)}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          sorting={{ column: 'name', down: false }}
        />
      )}
    </section>
  );
}

export const nameOf = ({ texts }: Pick<StaffOffer, 'texts'>) => texts.de?.name ?? '';

const wordsOf = ({ texts, where }: StaffOffer) =>
  [...Object.values(texts).flatMap((text) => [text?.name, text?.whom, text?.when]), where]
    .join(' ')
    .toLowerCase();

function useColumns(
  onChange: (offer: StaffOffer) => void,
  onEnd: (offer: StaffOffer) => void,
): Column<StaffOffer>[] {
  const { t, i18n } = useTranslation('offers');
  const day = (date: string | null) => (date === null ? t(($) => $.open) : dayOf(date, i18n.language));
  const kind = (offer: StaffOffer) => t(($) => $.kinds[offer.kind]);
  const state = (offer: StaffOffer) => t(($) => $.states[stateOf(offer)]);
  return [
    { name: 'name', heading: t(($) => $.name), cell: nameOf, sortBy: nameOf },
    { name: 'kind', heading: t(($) => $.kind), cell: kind, sortBy: kind },
    { name: 'levels', heading: t(($) => $.columns.levels), cell: ({ levels }) => levels.join(', ') },
    { name: 'from', heading: t(($) => $.from), cell: ({ from }) => day(from), sortBy: ({ from }) => from },
    {
      name: 'until',
      heading: t(($) => $.until),
      cell: ({ until }) => day(until),
      sortBy: ({ until }) => until ?? '9999',
    },
    {
      name: 'languages',
      heading: t(($) => $.columns.languages),
      cell: ({ texts }) => (Object.keys(texts) as Language[]).map((code) => languages[code].name).join(', '),
      sortBy: ({ texts }) => Object.keys(texts).length,
    },
    { name: 'state', heading: t(($) => $.columns.state), cell: state, sortBy: state },
    {
      name: 'change',
      heading: t(($) => $.change),
      cell: (offer) => (
        <button
          type="button"
          aria-label={t(($) => $.changeRow, { offer: nameOf(offer) })}
          onClick={() => onChange(offer)}
        >
          {t(($) => $.change)}
        </button>
      ),
    },
    {
      name: 'end',
      heading: t(($) => $.end),
      cell: (offer) => (
        <button
          type="button"
          aria-label={t(($) => $[offer.ended ? 'bringBackRow' : 'endRow'], { offer: nameOf(offer) })}
          onClick={() => onEnd(offer)}
        >
          {t(($) => $[offer.ended ? 'bringBack' : 'end'])}
        </button>
      ),
    },
  ];
}

function stateOf({ ended, from, until }: StaffOffer): 'now' | 'later' | 'over' | 'ended' {
  const today = new Date().toISOString().slice(0, 10);
  if (ended) return 'ended';
  if (until !== null && until < today) return 'over';
  return from > today ? 'later' : 'now';
}
