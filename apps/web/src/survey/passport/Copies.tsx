import { type CopyKind, copyKinds } from '@kannwas/schema/survey/copies';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { download } from '../phone/download.ts';
import { usePhone } from '../phone/phone.ts';
import { fetchCopy, paramsOf } from './files.ts';

const names = { europass: 'europass', 'json-resume': 'jsonResume' } as const;

/** The answers as files for other programs. `speakPassport` has to have loaded its words. */
export function Copies() {
  const { t } = useTranslation('passport');
  const { response } = usePhone();
  const [failed, tell] = useState(false);
  const params = response && paramsOf(response);
  if (!params) return null;
  const get = async (copy: CopyKind) => {
    tell(false);
    try {
      download(await fetchCopy({ params, code: response.code }, copy), `kannwas-${copy}.json`);
    } catch {
      tell(true);
    }
  };
  return (
    <section className={papers.chapter} aria-labelledby="copies">
      <h2 id="copies">{t(($) => $.copies.heading)}</h2>
      <p className={styles.hint}>{t(($) => $.copies.what)}</p>
      {copyKinds.map((copy) => (
        <button key={copy} type="button" className={styles.other} onClick={() => void get(copy)}>
          {t(($) => $.copies[names[copy]])}
        </button>
      ))}
      {failed && (
        <p className={styles.notice} role="alert">
          {t(($) => $.page.failed)}
        </p>
      )}
    </section>
  );
}
