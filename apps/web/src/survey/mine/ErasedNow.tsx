import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf } from '../address.ts';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import pages from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { dayOf } from './Day.tsx';
import { type Erased, forgetErased } from './erase.ts';

/** The receipt: a number and a day, to be written down. */
export function ErasedNow({ erased: { receipt } }: { erased: Erased }) {
  const { t } = useTranslation(['mine', 'common', 'survey']);
  const language = useLanguage();
  return (
    <>
      {receipt ? (
        <>
          <p className={papers.receipt} role="status">
            {t(($) => $.erased.receipt)}
            <strong>{receipt.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</strong>
            {t(($) => $.erased.day)}
            <strong>{dayOf(receipt.erasedAt)}</strong>
          </p>
          <p>{t(($) => $.erased.keep)}</p>
        </>
      ) : (
        <p>{t(($) => $.erased.onlyHere)}</p>
      )}
      <div className={pages.actions}>
        {receipt && (
          <button type="button" className={pages.go} onClick={() => print()}>
            <Picture of="controls/print" className={pages.icon} />
            {t(($) => $.common.print)}
          </button>
        )}
        <Link to={addressOf(language, { at: 'welcome' })} className={pages.other} onGo={forgetErased}>
          {t(($) => $.survey.lost.home)}
        </Link>
      </div>
    </>
  );
}
