import { consents, said } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { useLanguage } from '../frame/use-language.ts';
import pages from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import { useWording } from '../texts.ts';
import { Day } from './Day.tsx';
import styles from './mine.module.css';

type Purpose = (typeof consents)[number];

/** What the answers may be used for, each purpose by itself. It works without a network, as every answer does. */
export function Purposes() {
  const { t } = useTranslation('mine');
  return (
    <section className={papers.chapter} aria-labelledby="mine-purposes">
      <h2 id="mine-purposes" tabIndex={-1}>
        {t(($) => $.purposes.heading)}
      </h2>
      <p className={pages.hint}>{t(($) => $.purposes.hint)}</p>
      {consents.map((purpose) => (
        <One key={purpose} purpose={purpose} />
      ))}
    </section>
  );
}

function One({ purpose }: { purpose: Purpose }) {
  const { t } = useTranslation('mine');
  const language = useLanguage();
  const { folded, events } = usePhone();
  const { label, hint } = useWording()(purpose);
  const allowed = said(folded.answers, purpose)?.given;
  const last = events.filter(({ question }) => question === purpose).at(-1);
  const state = allowed === undefined ? 'open' : allowed ? 'yes' : 'no';
  return (
    <div className={styles.purpose}>
      <h3>
        <Picture of={`start/${purpose}`} />
        {label}
      </h3>
      <p className={pages.hint}>{hint}</p>
      <p role="status">
        <strong>{t(($) => $.purposes[state])}</strong>{' '}
        {last && allowed !== undefined && <Day at={last.recordedAt} />}
      </p>
      <button
        type="button"
        className={pages.other}
        onClick={() => void answer({ [purpose]: { given: !allowed, version: consentVersion } }, language)}
      >
        {allowed ? t(($) => $.purposes.takeBack) : t(($) => $.purposes.allow)}
        <span className="unseen">: {label}</span>
      </button>
    </div>
  );
}
