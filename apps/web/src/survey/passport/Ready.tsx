import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import styles from '../pages/pages.module.css';
import room from './passport.module.css';

/** A paper that has just been made: to open, to keep, and, where the phone can, to send. */
export function Ready({ file }: { file: File }) {
  const { t } = useTranslation('passport');
  const [address, keep] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    keep(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const canSend = navigator.canShare?.({ files: [file] }) ?? false;
  return (
    <div className={room.ready}>
      <p className={styles.thanks}>{t(($) => $.page.ready)}</p>
      <a href={address} target="_blank" rel="noreferrer" className={styles.go}>
        <Picture of="controls/print" className={styles.icon} />
        {t(($) => $.page.open)}
      </a>
      <a href={address} download={file.name} className={styles.other}>
        {t(($) => $.page.save)}
      </a>
      {canSend && (
        <button
          type="button"
          className={styles.other}
          onClick={() => void navigator.share({ files: [file] }).catch(() => undefined)}
        >
          {t(($) => $.page.share)}
        </button>
      )}
    </div>
  );
}
