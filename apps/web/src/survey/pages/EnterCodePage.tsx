import { firstUnreached } from '@kannwas/schema/survey/journey';
import { ResponseCode } from '@kannwas/schema/survey/written/code';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, go, placeOfVisit } from '../address.ts';
import { takeBrought } from '../brought.ts';
import { WhosePhone } from '../device/WhosePhone.tsx';
import { westernDigits } from '../form/given.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { ErrorSummary } from '../papers/ErrorSummary.tsx';
import { takeUp } from '../phone/come-back.ts';
import { phone } from '../phone/phone.ts';
import { troubleOf } from '../phone/response.ts';
import styles from './pages.module.css';

/** The way back by code, on any device. A mistyped digit is found before anything is sent. */
export function EnterCodePage() {
  const { t } = useTranslation(['survey', 'common', 'problems']);
  const language = useLanguage();
  const [typed, type] = useState(takeBrought);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = ResponseCode.safeParse(typed);
    const digits = westernDigits(typed).replace(/\D/g, '').length;
    if (digits === 0) return setError(t(($) => $.enter.missing));
    if (digits !== 20) return setError(t(($) => $.enter.length, { count: digits }));
    if (!checked.success) return setError(t(($) => $.enter.check));
    setError(undefined);
    setBusy(true);
    try {
      await takeUp(checked.data, language);
      const { response, folded } = phone();
      const next = firstUnreached(folded.answers);
      const done = response?.handedIn || next === 'check';
      go(addressOf(language, placeOfVisit(done ? 'check' : next)));
    } catch (failure) {
      const code = troubleOf(failure);
      setError(t(($) => $.problems[code]));
      setBusy(false);
    }
  };
  useEffect(() => {
    if (error) summary.current?.focus();
  }, [error]);
  return (
    <Frame
      place={{ at: 'code' }}
      title={t(($) => $.enter.heading)}
      back={addressOf(language, { at: 'welcome' })}
    >
      <form method="dialog" noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
        {error && <ErrorSummary summary={summary} errors={[{ to: 'code', text: error }]} />}
        <h1 tabIndex={-1} className={styles.heading}>
          {t(($) => $.enter.heading)}
        </h1>
        <div>
          <label htmlFor="code">{t(($) => $.enter.label)}</label>
          <p id="code-hint" className={styles.hint}>
            {t(($) => $.enter.hint)}
          </p>
          <input
            id="code"
            className={styles.box}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => type(event.target.value)}
            aria-invalid={error !== undefined}
            aria-describedby="code-hint"
          />
        </div>
        <p className={styles.hint}>{t(($) => $.enter.lost)}</p>
        <WhosePhone />
        <div className={styles.actions}>
          <button type="submit" className={styles.go} disabled={busy}>
            {busy ? t(($) => $.common.opening) : t(($) => $.enter.open)}
          </button>
          <Link to={addressOf(language, { at: 'file' })} className={styles.other}>
            {t(($) => $.enter.haveFile)}
          </Link>
        </div>
      </form>
    </Frame>
  );
}
