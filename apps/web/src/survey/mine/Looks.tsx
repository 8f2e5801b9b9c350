import { mineEndpoints } from '@kannwas/schema/survey/mine';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import papers from '../papers/papers.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { usePhone } from '../phone/phone.ts';
import { Day } from './Day.tsx';
import styles from './mine.module.css';

/** Who of the advice team looked at the answers, and when. */
export function Looks() {
  const { t } = useTranslation('mine');
  const { response } = usePhone();
  const { siteId, responseId, code, started } = response ?? {};
  const looks = useLoaded(
    useCallback(async () => {
      if (!started || !siteId || !responseId || !code) return [];
      return (await call(mineEndpoints.looks, { params: { siteId, responseId }, code })).looks;
    }, [started, siteId, responseId, code]),
  );
  return (
    <section className={papers.chapter} aria-labelledby="mine-looks">
      <h2 id="mine-looks" tabIndex={-1}>
        {t(($) => $.looks.heading)}
      </h2>
      {looks.state !== 'loaded' && <ListTrouble loaded={looks} />}
      {looks.state === 'loaded' && looks.value.length === 0 && <p>{t(($) => $.looks.none)}</p>}
      {looks.state === 'loaded' && looks.value.length > 0 && (
        <ul className={styles.looks}>
          {looks.value.map(({ at, action }) => (
            <li key={`${at} ${action}`}>
              <span>{t(($) => $.looks[action])}</span>
              <small className={styles.origin}>
                <Day at={at} exactly />
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
