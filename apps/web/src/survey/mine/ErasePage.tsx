import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import pages from '../pages/pages.module.css';
import { ErrorText } from '../parts/ErrorText.tsx';
import type { KeptResponse } from '../phone/database.ts';
import { usePhone } from '../phone/phone.ts';
import { troubleOf } from '../phone/response.ts';
import { ErasedNow } from './ErasedNow.tsx';
import { type Erased, eraseEverything, lastErased } from './erase.ts';
import styles from './mine.module.css';

/** The second, deliberate step before everything is gone, and the receipt afterwards. */
export function ErasePage() {
  const { t } = useTranslation(['mine', 'survey']);
  const language = useLanguage();
  const { response } = usePhone();
  const [erased, setErased] = useState(lastErased);
  const heading = erased ? t(($) => $.erased.heading) : t(($) => $.erase.question);
  return (
    <Frame
      key={erased ? 'erased' : 'asking'}
      place={{ at: 'erase' }}
      title={heading}
      back={erased ? undefined : addressOf(language, { at: 'my-data' })}
    >
      <h1 tabIndex={-1} className={pages.heading}>
        {heading}
      </h1>
      {erased && <ErasedNow erased={erased} />}
      {!erased && response && <Confirm response={response} onErased={setErased} />}
      {!erased && !response && <p>{t(($) => $.answers.none)}</p>}
    </Frame>
  );
}

type Props = { response: KeptResponse; onErased: (erased: Erased) => void };

function Confirm({ response, onErased }: Props) {
  const { t } = useTranslation(['mine', 'problems']);
  const language = useLanguage();
  const [sure, setSure] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    if (!sure) {
      setTrouble(t(($) => $.erase.missing));
      document.getElementById('erase-sure')?.focus();
      return;
    }
    if (busy) return;
    setTrouble(undefined);
    setBusy(true);
    try {
      onErased(await eraseEverything(response));
    } catch (error) {
      const code = troubleOf(error);
      setTrouble(code === 'unreachable' ? t(($) => $.erase.network) : t(($) => $.problems[code]));
      setBusy(false);
    }
  };
  return (
    <form method="dialog" noValidate className={pages.form} onSubmit={(event) => void erase(event)}>
      <p className={pages.notice}>{t(($) => $.erase.what)}</p>
      <p>{t(($) => $.erase.stays)}</p>
      <label className={styles.sure}>
        <input
          id="erase-sure"
          type="checkbox"
          checked={sure}
          aria-describedby={trouble ? 'erase-trouble' : undefined}
          onChange={({ currentTarget }) => setSure(currentTarget.checked)}
        />
        <span>{t(($) => $.erase.confirm)}</span>
      </label>
      <div role="alert">{trouble && <ErrorText id="erase-trouble">{trouble}</ErrorText>}</div>
      <div className={pages.actions}>
        <button type="submit" className={`${pages.go} ${styles.erase}`} aria-disabled={busy}>
          <Picture of="controls/remove" className={pages.icon} />
          {t(($) => $.erase.yes)}
        </button>
        <Link to={addressOf(language, { at: 'my-data' })} className={pages.other}>
          {t(($) => $.erase.no)}
        </Link>
      </div>
    </form>
  );
}
