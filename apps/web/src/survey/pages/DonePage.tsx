import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf, go } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { CodeCard } from '../papers/CodeCard.tsx';
import papers from '../papers/papers.module.css';
import { usePhone } from '../phone/phone.ts';
import { putAway } from '../phone/response.ts';
import styles from './pages.module.css';

/** Thanks, the receipt as soon as the server has everything, and the code to come back. */
export function DonePage() {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { response } = usePhone();
  const receipt = response?.receipt;
  const heading = receipt ? t(($) => $.done.heading) : t(($) => $.done.headingWaiting);
  const finish = async () => {
    await putAway();
    go(addressOf(language, { at: 'welcome' }));
  };
  return (
    <Frame place={{ at: 'done' }} title={heading} chapter="end">
      <Picture of="availability/done" className={styles.art} />
      <h1 tabIndex={-1} className={styles.heading}>
        {heading}
      </h1>
      {receipt ? (
        <p className={papers.receipt} role="status">
          {t(($) => $.done.receipt)}
          <strong>{receipt}</strong>
        </p>
      ) : (
        <p className={styles.notice}>{t(($) => $.done.waiting)}</p>
      )}
      <p>{t(($) => $.done.next)}</p>
      {response && <CodeCard code={response.code} />}
      <div className={styles.actions}>
        <button type="button" className={styles.go} onClick={() => print()}>
          <Picture of="controls/print" className={styles.icon} />
          {t(($) => $.common.print)}
        </button>
        <Link to={addressOf(language, { at: 'steps' })} className={styles.other}>
          {t(($) => $.done.steps)}
        </Link>
        <Link to={addressOf(language, { at: 'check' })} className={styles.other}>
          {t(($) => $.done.look)}
        </Link>
        <Link to={addressOf(language, { at: 'my-data' })} className={styles.other}>
          {t(($) => $.common.myData)}
        </Link>
        <button type="button" className={styles.other} onClick={() => void finish()}>
          {t(($) => $.done.finish)}
        </button>
        <p className={styles.hint}>{t(($) => $.done.finishHint)}</p>
      </div>
    </Frame>
  );
}
