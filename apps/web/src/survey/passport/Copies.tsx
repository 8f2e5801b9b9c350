import { type CopyKind, copiesEndpoints, copyKinds } from '@kannwas/schema/survey/copies';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callForFile } from '../../app/call.ts';
import { download } from '../../ui/download.ts';
import styles from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { paramsOf } from '../phone/kept.ts';
import { usePhone } from '../phone/phone.ts';

const names = { europass: 'europass', 'json-resume': 'jsonResume' } as const;

/** The answers as files for other programs. `readRoom` has to have loaded the words of the passport. */
export function Copies() {
  const { t } = useTranslation('passport');
  const { response } = usePhone();
  const [failed, tell] = useState(false);
  const params = response && paramsOf(response);
  if (!params) return null;
  const get = async (copy: CopyKind) => {
    tell(false);
    try {
      const sent = { params: { ...params, copy }, code: response.code };
      download(await callForFile(copiesEndpoints.get, sent), `kannwas-${copy}.json`);
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
