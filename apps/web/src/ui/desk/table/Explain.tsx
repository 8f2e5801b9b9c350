import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../desk.module.css';

type Props = {
  /** What one presses: a figure or a word. */
  children: ReactNode;
  heading: string;
  text: string;
};

/** A figure that opens its own definition in plain words. */
export function Explain({ children, heading, text }: Props) {
  const { t } = useTranslation('desk');
  const id = useId();
  return (
    <>
      <button className={styles.explain} type="button" popoverTarget={id}>
        {children}
        <span className="unseen"> {t(($) => $.count.explain)}</span>
      </button>
      <div
        className={styles.definition}
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-heading`}
      >
        <h2 id={`${id}-heading`}>{heading}</h2>
        <p>{text}</p>
        <button type="button" popoverTarget={id} popoverTargetAction="hide">
          {t(($) => $.action.close)}
        </button>
      </div>
    </>
  );
}
