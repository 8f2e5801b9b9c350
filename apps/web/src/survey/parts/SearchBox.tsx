import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { Also } from '../beside/Also.tsx';
import styles from './inputs.module.css';

type Props = { id: string; typed: string; onType: (text: string) => void; found: number | undefined };

/** A search over a list on the same page; it says how much it found. */
export function SearchBox({ id, typed, onType, found }: Props) {
  const { t } = useTranslation('survey');
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {t(($) => $.form.searchHint)}
        <Also of="survey.form.searchHint" />
      </label>
      <div className={styles.search}>
        <Picture of="controls/search" />
        <input
          id={id}
          className={styles.box}
          type="search"
          autoComplete="off"
          dir="auto"
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            // Enter looks, it does not continue to the next page.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </div>
      <p role="status" className={styles.hint}>
        {found === 0 && t(($) => $.form.nothingFound)}
        {found !== undefined && found > 0 && t(($) => $.form.found, { count: found })}
      </p>
    </div>
  );
}
