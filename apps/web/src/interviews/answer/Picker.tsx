import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './answer.module.css';

type Option = readonly [code: string, name: string, more?: string];
type Props = {
  label: string;
  wrong: string | undefined;
  options: readonly Option[];
  chosen: readonly string[];
  /** Whether more than one may be chosen. */
  several?: boolean;
  onChoose: (codes: string[]) => void;
};

/** So many lines are enough to see that one has to search more narrowly. */
const most = 60;

/** One or several of a long list: type to narrow it, then choose with the keys that every list has. */
export function Picker({ label, wrong, options, chosen, several = false, onChoose }: Props) {
  const { t } = useTranslation('interviews');
  const id = useId();
  const [search, setSearch] = useState('');
  const isChosen = (code: string) => chosen.includes(code);
  const wanted = search.trim().toLowerCase();
  const found = options.filter(([, name, more = '']) => `${name} ${more}`.toLowerCase().includes(wanted));
  // What is chosen stays in sight, whatever is searched.
  const shown = [
    ...options.filter(([code]) => isChosen(code)),
    ...found.filter(([code]) => !isChosen(code)).slice(0, most),
  ];
  const toggle = (code: string, on: boolean) => {
    const rest = several ? chosen.filter((one) => one !== code) : [];
    onChoose(on ? [...rest, code] : rest);
  };
  const names = options.filter(([code]) => isChosen(code)).map(([, name]) => name);

  return (
    <fieldset className={styles.choices} aria-describedby={`${id}-chosen ${id}-wrong`}>
      <legend>{label}</legend>
      {wrong && (
        <p className={styles.wrong} id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      <label htmlFor={`${id}-search`}>{t(($) => $.form.find)}</label>
      <input
        id={`${id}-search`}
        type="search"
        autoComplete="off"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        // Enter in the search would save an answer that nobody has chosen yet.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
        }}
      />
      <p id={`${id}-chosen`} role="status">
        {names.length > 0 ? t(($) => $.form.chosen, { list: names.join(', ') }) : t(($) => $.form.chosenNone)}
      </p>
      {found.length === 0 && <p role="status">{t(($) => $.form.noMatch, { search })}</p>}
      <div className={styles.options}>
        {shown.map(([code, name]) => (
          <label key={code} className={styles.choice}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={isChosen(code)}
              onChange={({ target }) => toggle(code, target.checked)}
            />{' '}
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
