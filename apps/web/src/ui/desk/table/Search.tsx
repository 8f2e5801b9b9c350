import { useEffect, useId, useRef } from 'react';
import styles from '../desk.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void };

/** The search box of a list; Ctrl-K or ⌘-K goes there from anywhere on the page. */
export function Search({ label, value, onChange }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="search"
        maxLength={60}
        autoComplete="off"
        aria-keyshortcuts="Control+K Meta+K"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
