import { useTranslation } from 'react-i18next';
import styles from '../desk.module.css';

/** Table or chart of the same numbers. */
export function ViewSwitch({ chart, onChange }: { chart: boolean; onChange: (chart: boolean) => void }) {
  const { t } = useTranslation('desk');
  return (
    <fieldset className={styles.switch}>
      <legend className="unseen">{t(($) => $.table.view)}</legend>
      <button type="button" aria-pressed={!chart} onClick={() => onChange(false)}>
        {t(($) => $.table.asTable)}
      </button>
      <button type="button" aria-pressed={chart} onClick={() => onChange(true)}>
        {t(($) => $.table.asChart)}
      </button>
    </fieldset>
  );
}
