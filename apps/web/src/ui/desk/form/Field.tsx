import { type ReactNode, useId } from 'react';
import styles from '../desk.module.css';

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
type Props = {
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence about what is wrong; it stands at the field and is read with it. */
  error?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
};

/** A label, an input, a hint, and an error, tied together for eyes and for screen readers. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
