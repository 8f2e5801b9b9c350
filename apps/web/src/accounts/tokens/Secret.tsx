import type { Token } from '@kannwas/schema/accounts';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './tokens.module.css';

type Props = { made: { token: Token; secret: string }; onDone: () => void };

/** The secret of a new token. It is kept nowhere but here, so it stays until somebody says that they have it. */
export function Secret({ made: { token, secret }, onDone }: Props) {
  const { t } = useTranslation('desk');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [copying, setCopying] = useState<'copied' | 'copyFailed'>();
  useEffect(() => heading.current?.focus(), []);
  // Outside of https a browser has no clipboard to give; then the text is marked for the reader's own keys.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopying('copied');
    } catch {
      input.current?.select();
      setCopying('copyFailed');
    }
  };
  return (
    <section className={styles.secret}>
      <h2 ref={heading} tabIndex={-1}>
        {t(($) => $.tokens.made, { name: token.name })}
      </h2>
      <label htmlFor={id}>{t(($) => $.tokens.secret)}</label>
      <p id={`${id}-hint`}>{t(($) => $.tokens.secretHint)}</p>
      <p className={styles.copy}>
        <input
          id={id}
          ref={input}
          readOnly
          value={secret}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onFocus={({ target }) => target.select()}
        />
        <button type="button" onClick={() => void copy()}>
          {t(($) => $.tokens.copy)}
        </button>
      </p>
      <p role="status">{copying && t(($) => $.tokens[copying])}</p>
      <button type="button" className="primary" onClick={onDone}>
        {t(($) => $.tokens.done)}
      </button>
    </section>
  );
}
