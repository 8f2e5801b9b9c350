import { firstUnreached } from '@kannwas/schema/survey/journey';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf, placeOfVisit } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { CodeCard } from '../papers/CodeCard.tsx';
import { usePhone } from '../phone/phone.ts';
import styles from './pages.module.css';

/** The code, to be seen at any time from every page. */
export function MyCodePage() {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { response, folded } = usePhone();
  const next = firstUnreached(folded.answers);
  const on = addressOf(language, placeOfVisit(next));
  return (
    <Frame place={{ at: 'my-code' }} title={t(($) => $.code.heading)} back={on}>
      <Picture of="availability/code" className={styles.art} />
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.code.heading)}
      </h1>
      {response ? (
        <>
          <p>{t(($) => $.code.what)}</p>
          <CodeCard code={response.code} />
          <p className={styles.thanks}>{t(($) => $.code.care)}</p>
        </>
      ) : (
        <>
          <p>{t(($) => $.code.none)}</p>
          <Link to={addressOf(language, { at: 'code' })}>{t(($) => $.welcome.haveCode)}</Link>
        </>
      )}
      <div className={styles.actions}>
        <Link to={on} className={styles.go}>
          {response ? t(($) => $.welcome.goOn) : t(($) => $.welcome.begin)}
        </Link>
        <Link to={addressOf(language, { at: 'my-data' })} className={styles.other}>
          {t(($) => $.common.myData)}
        </Link>
        {response && (
          <button type="button" className={styles.other} onClick={() => print()}>
            <Picture of="controls/print" className={styles.icon} />
            {t(($) => $.common.print)}
          </button>
        )}
      </div>
    </Frame>
  );
}
