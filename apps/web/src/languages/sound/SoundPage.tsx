import { type Language, languages } from '@kannwas/schema/codes';
import type { SpokenText } from '@kannwas/schema/languages';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SoundFilter, soundFilters } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import sheet from '../../ui/desk/desk.module.css';
import { Field } from '../../ui/desk/form/Field.tsx';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { usePageTitle } from '../../ui/desk/page-title.ts';
import { Search } from '../../ui/desk/table/Search.tsx';
import { ClipTable } from './ClipTable.tsx';
import { clipsQuery } from './queries.ts';
import { isHeard, matching } from './rows.ts';
import styles from './sound.module.css';

const route = getRouteApi('/$siteId/sound');

/** Recordings of the texts of a language: uploaded, listened to, published. */
export function SoundPage() {
  const { t } = useTranslation('languages');
  const heading = usePageTitle(t(($) => $.sound.title));
  const { id: siteId, languages: offered } = useSite();
  const { language = offered.find((one) => one !== 'de') ?? 'de', show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const texts = useQuery(clipsQuery(siteId, language));
  const [search, setSearch] = useState('');
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.sound.title)}
      </h1>
      <p className={styles.lead}>{t(($) => $.sound.lead)}</p>
      <p className={styles.lead}>{t(($) => $.sound.formats)}</p>
      <div className={sheet.tools}>
        <Field label={t(($) => $.sound.language)}>
          {(wiring) => (
            <select
              {...wiring}
              value={language}
              // Only what is offered stands in the list.
              onChange={({ target }) =>
                void navigate({ search: { language: target.value as Language, show }, replace: true })
              }
            >
              {offered.map((code) => (
                <option key={code} value={code} lang={languages[code].locale}>
                  {languages[code].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t(($) => $.sound.show)}>
          {(wiring) => (
            <select
              {...wiring}
              value={show}
              onChange={({ target }) =>
                void navigate({ search: { language, show: target.value as SoundFilter }, replace: true })
              }
            >
              {soundFilters.map((filter) => (
                <option key={filter} value={filter}>
                  {t(($) => $.sound.filters[filter])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Search label={t(($) => $.sound.search)} value={search} onChange={setSearch} />
      </div>
      <Loaded query={texts}>
        {(rows) => (
          <>
            <Progress rows={rows} />
            <ClipTable
              key={`${language} ${show} ${search}`}
              rows={matching(rows, show, search)}
              language={language}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

/** How far a language is. */
function Progress({ rows }: { rows: readonly SpokenText[] }) {
  const { t } = useTranslation('languages');
  const hasAny = rows.some(({ draft, published }) => draft || published);
  if (!hasAny) return <p>{t(($) => $.sound.noneYet)}</p>;
  const counts = { published: rows.filter(isHeard).length, texts: rows.filter(({ text }) => text).length };
  return <p>{t(($) => $.sound.progress, counts)}</p>;
}
