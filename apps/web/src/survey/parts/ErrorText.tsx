import type { ReactNode } from 'react';
import { Picture } from '../../ui/Picture.tsx';
import styles from './inputs.module.css';

/** What is wrong, and what to do, beside the field. The sign makes it stand out without colour. */
export function ErrorText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className={styles.error}>
      <Picture of="controls/trouble" />
      <span>{children}</span>
    </p>
  );
}
