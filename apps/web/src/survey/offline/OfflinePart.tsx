import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import device from '../device/device.module.css';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { siteOf, usePhone } from '../phone/phone.ts';
import { type Luggage, packLuggage, weighLuggage } from './luggage.ts';
import { isKept, keep } from './worker.ts';

type State = 'unknown' | 'absent' | 'loading' | 'here' | 'failed';

/** The survey without a network: whether it is here, and pictures and sound as a download of a known size. */
export function OfflinePart() {
  const { t } = useTranslation('phone');
  const language = useLanguage();
  const site = siteOf(usePhone());
  const [survey, tellSurvey] = useState<State>('unknown');
  const [more, tellMore] = useState<State>('unknown');
  const [luggage, weigh] = useState<Luggage>();
  const [done, count] = useState(0);
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      const [here, found] = await Promise.all([isKept(language), weighLuggage(site?.id, language)]);
      if (!wanted) return;
      tellSurvey(here ? 'here' : 'absent');
      weigh(found);
      tellMore(found.bytes === 0 ? 'here' : 'absent');
    };
    look().catch(() => wanted && tellSurvey('absent'));
    return () => {
      wanted = false;
    };
  }, [language, site?.id]);

  const keepSurvey = () => {
    tellSurvey('loading');
    keep(language).then(
      () => tellSurvey('here'),
      () => tellSurvey('failed'),
    );
  };
  const takeMore = () => {
    if (!luggage) return;
    tellMore('loading');
    packLuggage(luggage, count).then(
      () => tellMore('here'),
      () => tellMore('failed'),
    );
  };
  const size = luggage ? megabytes(luggage.bytes) : '';
  if (!('serviceWorker' in navigator)) return <p className={styles.notice}>{t(($) => $.offline.never)}</p>;
  return (
    <section className={device.part} aria-labelledby="offline">
      <h2 id="offline">{t(($) => $.offline.heading)}</h2>
      <p role="status">
        {survey === 'here' && t(($) => $.offline.here)}
        {survey === 'loading' && t(($) => $.offline.loading)}
        {survey === 'failed' && t(($) => $.offline.failed)}
      </p>
      {(survey === 'absent' || survey === 'failed') && (
        <button type="button" className={styles.other} onClick={keepSurvey}>
          {t(($) => $.offline.keep)}
        </button>
      )}
      <p role="status">
        {more === 'here' && t(($) => $.offline.moreHere)}
        {more === 'loading' && t(($) => $.offline.progress, { done, all: luggage?.files ?? 0 })}
        {more === 'failed' && t(($) => $.offline.failed)}
      </p>
      {(more === 'absent' || more === 'failed') && luggage && (
        <button type="button" className={styles.other} onClick={takeMore}>
          <Picture of="controls/save" className={styles.icon} />
          {t(($) => $.offline.more, { size })}
        </button>
      )}
    </section>
  );
}

/** One digit behind the point tells enough; never nothing at all. */
const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / 100_000) / 10).toFixed(1);
