import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../pages/pages.module.css';
import device from './device.module.css';
import { wipe } from './wipe.ts';

/** Nobody has touched a shared phone for so long: then it asks. Long enough to think about a question. */
const quiet = 4 * 60;
/** And so long it waits for an answer, in seconds. */
const warning = 60;
const signs = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/** On a shared phone: whoever went away without a word has everything taken off it. There is a warning before. */
export function IdleGuard() {
  const { t } = useTranslation('phone');
  const [left, count] = useState<number>();
  const dialog = useRef<HTMLDialogElement>(null);
  const touched = useRef(Date.now());
  const asking = left !== undefined;

  useEffect(() => {
    const touch = () => {
      touched.current = Date.now();
    };
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, touch);
    };
  }, []);
  useEffect(() => {
    // By the clock, not by counting: a phone in a pocket stops its timers.
    const watch = setInterval(() => {
      const since = (Date.now() - touched.current) / 1000;
      if (since >= quiet + warning) {
        clearInterval(watch);
        void wipe();
      } else count(since >= quiet ? Math.ceil(quiet + warning - since) : undefined);
    }, 1000);
    return () => clearInterval(watch);
  }, []);
  useEffect(() => {
    if (asking) dialog.current?.showModal();
  }, [asking]);

  if (left === undefined) return null;
  // Screen readers hear it every twenty seconds, not every second.
  const spoken = Math.ceil(left / 20) * 20;
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={device.dialog}
      aria-labelledby="idle"
      aria-describedby="idle-text"
    >
      <h2 id="idle">{t(($) => $.idle.heading)}</h2>
      <p aria-hidden="true">{t(($) => $.idle.text, { count: left })}</p>
      <p id="idle-text" role="timer" aria-live="assertive" className="unseen">
        {t(($) => $.idle.text, { count: spoken })}
      </p>
      <button type="button" className={styles.go} onClick={() => count(undefined)}>
        {t(($) => $.idle.stay)}
      </button>
      <button type="button" className={styles.other} onClick={() => void wipe()}>
        {t(($) => $.idle.now)}
      </button>
    </dialog>
  );
}
