import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../pages/pages.module.css';

type Props = { errors: readonly { to: string; text: string }[]; summary: Ref<HTMLDivElement> };

/** All that needs another look, above the page and with the focus; each line leads to its field. */
export function ErrorSummary({ errors, summary }: Props) {
  const { t } = useTranslation('survey');
  return (
    <div ref={summary} tabIndex={-1} role="alert" className={styles.summary}>
      <h2>{t(($) => $.errors.heading, { count: errors.length })}</h2>
      <ul>
        {errors.map(({ to, text }) => (
          <li key={to}>
            <a
              href={`#${to}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(to)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
