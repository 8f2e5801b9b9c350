import { translations } from 'virtual:translations';
import { languages } from '@kannwas/schema/codes';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../app/desk/names.ts';
import { usePageTitle } from '../../ui/desk/page-title.ts';
import { type Column, DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { writtenIn } from '../../ui/writing.ts';

type Row = (typeof translations)[keyof typeof translations];
const counts = ['texts', 'reviewed', 'machine', 'outdated', 'missing', 'occupations', 'cards'] as const;

/** How far each language is translated, and how much of it a native speaker has checked. */
export function TranslationsPage() {
  const { t, i18n } = useTranslation('desk');
  const heading = usePageTitle(t(($) => $.translations.heading));
  const names = useNames();
  const nameOf = ({ code }: Row) => names.language(languages[code].spoken);
  const columns: Column<Row>[] = [
    {
      name: 'language',
      heading: t(($) => $.translations.language),
      cell: (row) => (
        <>
          {nameOf(row)} · <bdi {...writtenIn(row.code)}>{languages[row.code].name}</bdi>
        </>
      ),
      sortBy: nameOf,
    },
    ...counts.map((name) => ({
      name,
      heading: t(($) => $.translations[name]),
      cell: (row: Row) => row[name].toLocaleString(i18n.language),
      sortBy: (row: Row) => row[name],
      numeric: true,
    })),
  ];
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.translations.heading)}
      </h1>
      <p>{t(($) => $.translations.explained)}</p>
      <DeskTable
        caption={t(($) => $.translations.heading)}
        columns={columns}
        rows={Object.values(translations)}
        keyOf={({ code }) => code}
        sorting={{ column: 'language', down: false }}
      />
    </>
  );
}
