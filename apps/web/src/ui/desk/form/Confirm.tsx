import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../desk.module.css';

type Props = { question: string; yes: string; onYes: () => void; onNo: () => void };

/** Asks before something is thrown away that cannot be brought back. */
export function Confirm({ question, yes, onYes, onNo }: Props) {
  const { t } = useTranslation('desk');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.confirm} aria-labelledby={id} onCancel={onNo} onClose={onNo}>
      <p id={id}>{question}</p>
      <div className={styles.actions}>
        <button type="button" onClick={onNo}>
          {t(($) => $.action.cancel)}
        </button>
        <button type="button" className="danger" onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
