import type { Asked as AskedBefore } from '@kannwas/schema/pool/endpoints';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/session.ts';
import { minuteOf } from '../../ui/desk/dates.ts';
import sheet from '../../ui/desk/desk.module.css';
import { Loaded } from '../../ui/desk/Loaded.tsx';
import { DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { Search } from '../../ui/desk/table/Search.tsx';
import { askedQuery } from '../queries.ts';
import { questionOf } from '../question/question.ts';
import { usePoolWords } from '../question/words.ts';
import styles from './searches.module.css';

/** What was asked before: to ask again costs nothing while the state is the same. */
export function Asked() {
  const { t } = useTranslation('pool');
  const asked = useQuery(askedQuery(useSite().id));
  return (
    <details className={styles.part}>
      <summary>
        <h2>{t(($) => $.asked.heading)}</h2>
      </summary>
      <p>{t(($) => $.asked.lead)}</p>
      <Loaded query={asked}>{(before) => <List before={before} />}</Loaded>
    </details>
  );
}

function List({ before }: { before: readonly AskedBefore[] }) {
  const { t, i18n } = useTranslation('pool');
  const { id: siteId } = useSite();
  const { questionWords } = usePoolWords();
  const [search, setSearch] = useState('');
  if (before.length === 0) return <p>{t(($) => $.asked.empty)}</p>;
  const wanted = search.trim().toLowerCase();
  const named = before.map((one) => ({ ...one, words: questionWords(questionOf(one.question)) }));
  const found = named.filter(({ words }) => words.toLowerCase().includes(wanted));
  return (
    <>
      <div className={sheet.tools}>
        <Search label={t(($) => $.asked.search)} value={search} onChange={setSearch} />
      </div>
      {found.length === 0 ? (
        <p role="status">{t(($) => $.asked.none, { search })}</p>
      ) : (
        <DeskTable
          caption={t(($) => $.asked.heading)}
          columns={[
            {
              name: 'question',
              heading: t(($) => $.asked.question),
              cell: ({ question, words }) => (
                <Link to="/$siteId/pool" params={{ siteId }} search={questionOf(question)}>
                  {words}
                </Link>
              ),
              sortBy: ({ words }) => words,
            },
            {
              name: 'at',
              heading: t(($) => $.asked.at),
              cell: ({ at }) => minuteOf(at, i18n.language),
              sortBy: ({ at }) => at,
            },
          ]}
          rows={found}
          keyOf={({ question }) => question}
          sorting={{ column: 'at', down: true }}
        />
      )}
    </>
  );
}
