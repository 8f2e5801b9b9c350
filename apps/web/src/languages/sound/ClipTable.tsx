import { type Language, languages } from '@kannwas/schema/codes';
import type { SpokenText } from '@kannwas/schema/languages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { ClipCell } from './ClipCell.tsx';
import styles from './sound.module.css';

/** So many rows at once: each may hold two players. */
const rowsAtOnce = 40;

type Props = { rows: readonly SpokenText[]; language: Language };

/** Texts of a language, each with its German and its clips. */
export function ClipTable({ rows, language }: Props) {
  const { t } = useTranslation(['languages', 'desk']);
  const [most, setMost] = useState(rowsAtOnce);
  const columns = useColumns(language);
  if (rows.length === 0) return <p role="status">{t(($) => $.sound.none)}</p>;
  return (
    <>
      <DeskTable
        caption={t(($) => $.sound.list)}
        columns={columns}
        rows={rows.slice(0, most)}
        keyOf={({ key }) => key}
        // As they stand in the survey.
        sorting={{ column: '', down: false }}
      />
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + rowsAtOnce)}>
          {t(($) => $.desk.action.more)}
        </button>
      )}
    </>
  );
}

function useColumns(language: Language): Column<SpokenText>[] {
  const { t } = useTranslation('languages');
  const { locale, dir } = languages[language];
  const own: Column<SpokenText> = {
    name: 'text',
    heading: t(($) => $.sound.text),
    cell: ({ text }) =>
      text === null ? (
        t(($) => $.sound.gone)
      ) : (
        <span lang={locale} dir={dir} className={styles.text}>
          {text}
        </span>
      ),
  };
  return [
    {
      name: 'german',
      heading: t(($) => $.sound.german),
      cell: ({ key, german }) => (
        <>
          <span lang="de" className={styles.text}>
            {german}
          </span>
          <small className={styles.key}>{key}</small>
        </>
      ),
    },
    ...(language === 'de' ? [] : [own]),
    {
      name: 'clip',
      heading: t(($) => $.sound.clip),
      cell: (row) => <ClipCell row={row} language={language} />,
    },
  ];
}
