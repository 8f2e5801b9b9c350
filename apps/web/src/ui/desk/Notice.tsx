import type { ReactNode } from 'react';
import styles from './desk.module.css';
import { usePageTitle } from './page-title.ts';

/** A page that only says something: not found, not allowed, nothing here yet. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  const heading = usePageTitle(title);
  return (
    <div className={styles.notice}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
