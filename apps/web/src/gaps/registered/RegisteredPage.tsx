import { type Denominator, gapsEndpoints } from '@kannwas/schema/gaps';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useDraftForm } from '../../app/desk/form-draft.ts';
import { useSite } from '../../app/session.ts';
import sheet from '../../ui/desk/desk.module.css';
import { refusedFields } from '../../ui/desk/form/field-errors.ts';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { usePageTitle } from '../../ui/desk/page-title.ts';
import { Search } from '../../ui/desk/table/Search.tsx';
import styles from '../gaps.module.css';
import { coverageQuery, denominatorsQuery } from '../queries.ts';
import { changedDenominators, type TypedRow, typedRows } from './registered.ts';

/** Where the coordination types in how many newcomers are registered in each district. */
export function RegisteredPage() {
  const { t } = useTranslation('gaps');
  const heading = usePageTitle(t(($) => $.registered.title));
  const kept = useQuery(denominatorsQuery(useSite().id));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.registered.title)}
      </h1>
      <p className={styles.lead}>{t(($) => $.registered.lead)}</p>
      <Loaded query={kept}>{({ denominators }) => <RegisteredForm kept={denominators} />}</Loaded>
    </>
  );
}

function RegisteredForm({ kept }: { kept: readonly Denominator[] }) {
  const { t, i18n } = useTranslation('gaps');
  const { t: desk } = useTranslation('desk');
  const client = useQueryClient();
  const { id: siteId, districts } = useSite();
  const [search, setSearch] = useState('');
  const [nothing, setNothing] = useState(false);
  const form = useDraftForm<{ rows: TypedRow[] }>(`registered/${siteId}`, {
    rows: typedRows(districts, kept),
  });
  const { register, handleSubmit, control, formState, setError, setFocus } = form;
  const rows = useWatch({ control, name: 'rows' });

  const save = useMutation({
    mutationFn: (denominators: Denominator[]) =>
      call(gapsEndpoints.saveDenominators, { params: { siteId }, body: { denominators } }),
    onSuccess: () => {
      form.drop();
      return Promise.all([
        client.invalidateQueries(denominatorsQuery(siteId)),
        client.invalidateQueries(coverageQuery(siteId)),
      ]);
    },
    onError: (error, sent) => {
      for (const { path } of refusedFields(error)) {
        const [, place = '', field] = /(\d+)\.(registered|asOf)$/.exec(path) ?? [];
        const at = rows.findIndex(({ district }) => district === sent[Number(place)]?.district);
        if (at >= 0) setError(`rows.${at}.${field === 'asOf' ? 'asOf' : 'registered'}`, { type: 'refused' });
      }
    },
  });
  const submit = ({ rows }: { rows: TypedRow[] }) => {
    if (save.isPending) return;
    const { denominators, wrong } = changedDenominators(rows, kept);
    for (const { at, field } of wrong) setError(`rows.${at}.${field}`, { type: 'wrong' });
    const [first] = wrong;
    setNothing(!first && denominators.length === 0);
    if (first) {
      // The row may be filtered away just now.
      setSearch('');
      setTimeout(() => setFocus(`rows.${first.at}.${first.field}`));
    } else if (denominators.length > 0) save.mutate(denominators);
  };

  const wanted = search.trim().toLowerCase();
  const isFound = (name: string) => name.toLowerCase().includes(wanted);
  const sum = rows.reduce((total, { registered }) => total + (Number(registered) || 0), 0);
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
      <div className={sheet.tools}>
        <Search label={t(($) => $.registered.search)} value={search} onChange={setSearch} />
      </div>
      {!districts.some(({ name }) => isFound(name)) && (
        <p role="status">{t(($) => $.registered.none, { search })}</p>
      )}
      <table className={styles.typed}>
        <caption className="unseen">{t(($) => $.registered.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.coverage.district)}</th>
            <th scope="col">{t(($) => $.registered.number)}</th>
            <th scope="col">{t(($) => $.registered.asOf)}</th>
          </tr>
        </thead>
        <tbody>
          {districts.map(({ code, name }, at) => {
            const wrong = formState.errors.rows?.[at];
            return (
              <tr key={code} hidden={!isFound(name)}>
                <th scope="row">{name}</th>
                <td>
                  <input
                    {...register(`rows.${at}.registered`)}
                    aria-label={t(($) => $.registered.numberOf, { district: name })}
                    aria-invalid={wrong?.registered ? true : undefined}
                    aria-describedby={wrong?.registered ? `number-${code}` : undefined}
                    inputMode="numeric"
                    autoComplete="off"
                    size={8}
                  />
                  {wrong?.registered && (
                    <p className={styles.wrong} id={`number-${code}`}>
                      {t(($) => $.registered.whole)}
                    </p>
                  )}
                </td>
                <td>
                  <input
                    {...register(`rows.${at}.asOf`)}
                    aria-label={t(($) => $.registered.asOfOf, { district: name })}
                    aria-invalid={wrong?.asOf ? true : undefined}
                    aria-describedby={wrong?.asOf ? `day-${code}` : undefined}
                    type="date"
                  />
                  {wrong?.asOf && (
                    <p className={styles.wrong} id={`day-${code}`}>
                      {t(($) => $.registered.day)}
                    </p>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{t(($) => $.registered.sum, { sum: sum.toLocaleString(i18n.language) })}</p>
      {save.error && <Problem error={save.error} />}
      <p role="status">
        {nothing && t(($) => $.registered.nothing)}
        {!nothing && save.isSuccess && t(($) => $.registered.saved, { count: save.data.saved })}
      </p>
      <button className="primary" type="submit" aria-disabled={save.isPending}>
        {save.isPending ? desk(($) => $.action.saving) : t(($) => $.registered.save)}
      </button>
    </form>
  );
}
