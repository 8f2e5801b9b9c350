import { firstUnreached } from '@kannwas/schema/survey/journey';
import { pages } from '@kannwas/schema/survey/pages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf, placeOfVisit } from '../address.ts';
import { Also, Both } from '../beside/Also.tsx';
import { WhosePhone } from '../device/WhosePhone.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { Still } from '../mine/Still.tsx';
import { usePhone } from '../phone/phone.ts';
import { putAway } from '../phone/response.ts';
import { Speak } from '../sound/Speak.tsx';
import { useSaid } from '../sound/use-said.ts';
import styles from './pages.module.css';

const facts = ['what', 'answers', 'time', 'free'] as const;

/** What this is, what happens with the answers, how long it takes. Written at build time, works before any script. */
export function WelcomePage() {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { response } = usePhone();
  const said = useSaid();
  if (response) return <WelcomeBack />;
  return (
    <Frame place={{ at: 'welcome' }} title={t(($) => $.welcome.heading)} back="/">
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.welcome.heading)}
        <Also of="survey.welcome.heading" />
      </h1>
      <Speak texts={[said.welcome('heading'), ...facts.map(said.welcome)]} />
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact}>
            <Picture of={`start/${fact}`} />
            <p>
              {t(($) => $.welcome[fact])}
              <Also of={`survey.welcome.${fact}`} />
            </p>
          </li>
        ))}
      </ul>
      <WhosePhone />
      <div className={styles.actions}>
        <Link to={addressOf(language, { at: 'question', page: pages[0].id })} className={styles.go}>
          <Both of="survey.welcome.begin">{t(($) => $.welcome.begin)}</Both>
        </Link>
        <Link to={addressOf(language, { at: 'code' })} className={styles.other}>
          <Both of="survey.welcome.haveCode">{t(($) => $.welcome.haveCode)}</Both>
        </Link>
        <Link to={addressOf(language, { at: 'answers' })}>
          <Both of="survey.form.way">{t(($) => $.form.way)}</Both>
        </Link>
      </div>
    </Frame>
  );
}

/** There are answers on this phone: their owner goes on, anybody else puts them away unseen. */
function WelcomeBack() {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { response, folded } = usePhone();
  const [asking, ask] = useState(false);
  const next = firstUnreached(folded.answers);
  const on = addressOf(language, placeOfVisit(response?.handedIn ? 'check' : next));
  return (
    <Frame place={{ at: 'welcome' }} title={t(($) => $.welcome.goOnHeading)} back="/">
      <Picture of="start/goOn" className={styles.art} />
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.welcome.goOnHeading)}
      </h1>
      <p>{response?.handedIn ? t(($) => $.welcome.goOnDone) : t(($) => $.welcome.goOnHint)}</p>
      <Still />
      <div className={styles.actions}>
        <Link to={on} className={styles.go}>
          {t(($) => $.welcome.goOn)}
        </Link>
        <button type="button" className={styles.other} aria-expanded={asking} onClick={() => ask(!asking)}>
          {t(($) => $.welcome.anew)}
        </button>
        {asking && (
          <div className={styles.notice} role="status">
            <p>{t(($) => $.welcome.anewHint)}</p>
            <button type="button" className={styles.other} onClick={() => void putAway()}>
              {t(($) => $.welcome.anewYes)}
            </button>
          </div>
        )}
        <Link to={addressOf(language, { at: 'code' })} className={styles.other}>
          <Both of="survey.welcome.haveCode">{t(($) => $.welcome.haveCode)}</Both>
        </Link>
      </div>
    </Frame>
  );
}
