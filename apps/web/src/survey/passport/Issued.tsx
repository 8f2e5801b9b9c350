import { type Passport, passportsEndpoints } from '@kannwas/schema/survey/passports';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import styles from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import room from './passport.module.css';

type Own = { params: { siteId: string; responseId: string }; code: string };

/** The papers that there are, and the way to withdraw one. `made` counts those made on this page. */
export function Issued({ params: { siteId, responseId }, code, made }: Own & { made: number }) {
  const { t } = useTranslation(['passport', 'common']);
  const [withdrawn, count] = useState(0);
  // What was made or withdrawn here is a reason to look again.
  const load = useCallback(
    () => call(passportsEndpoints.list, { params: { siteId, responseId }, code }),
    [siteId, responseId, code, made, withdrawn],
  );
  const loaded = useLoaded(load);
  if (loaded.state === 'loading') return null;
  return (
    <section className={papers.chapter} aria-labelledby="issued">
      <h2 id="issued">{t(($) => $.page.papers)}</h2>
      {loaded.state === 'failed' && (
        <button type="button" className={styles.other} onClick={loaded.retry}>
          {t(($) => $.common.tryAgain)}
        </button>
      )}
      {loaded.state === 'loaded' && loaded.value.passports.length === 0 && <p>{t(($) => $.page.none)}</p>}
      {loaded.state === 'loaded' &&
        loaded.value.passports.map((paper) => (
          <Paper
            key={paper.passportId}
            paper={paper}
            withdraw={async () => {
              const params = { siteId, responseId, passportId: paper.passportId };
              await call(passportsEndpoints.withdraw, { params, code });
              count((before) => before + 1);
            }}
          />
        ))}
    </section>
  );
}

/** Day, month, year, as it is written in Germany: browsers lack the months of several of our languages. */
const dayOf = (time: string) =>
  new Date(time).toLocaleDateString('de', { day: '2-digit', month: '2-digit', year: 'numeric' });

function Paper({ paper, withdraw }: { paper: Passport; withdraw: () => Promise<void> }) {
  const { t } = useTranslation('passport');
  const [asking, ask] = useState(false);
  const [failed, tell] = useState(false);
  const sure = async () => {
    tell(false);
    await withdraw().catch(() => tell(true));
  };
  return (
    <div className={papers.line}>
      <p className={papers.said}>{t(($) => $.page[paper.form])}</p>
      <p>{t(($) => $.paper.madeOn, { date: dayOf(paper.issuedAt) })}</p>
      {paper.withdrawnAt && <p>{t(($) => $.page.withdrawn, { date: dayOf(paper.withdrawnAt) })}</p>}
      {!paper.withdrawnAt && !asking && (
        <button type="button" className={styles.other} onClick={() => ask(true)}>
          {t(($) => $.page.withdraw)}
        </button>
      )}
      {!paper.withdrawnAt && asking && (
        <fieldset className={room.forms}>
          <legend className={styles.notice}>{t(($) => $.page.withdrawHint)}</legend>
          <button type="button" className={styles.go} onClick={() => void sure()}>
            {t(($) => $.page.withdrawYes)}
          </button>
          <button type="button" className={styles.other} onClick={() => ask(false)}>
            {t(($) => $.page.withdrawNo)}
          </button>
        </fieldset>
      )}
      {failed && (
        <p className={styles.notice} role="alert">
          {t(($) => $.page.failed)}
        </p>
      )}
    </div>
  );
}
