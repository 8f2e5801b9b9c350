import type { Chapter } from '@kannwas/schema/survey/page';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../address.ts';
import { siteOf, usePhone } from '../phone/phone.ts';
import { Bar } from './Bar.tsx';
import { Chapters } from './Chapters.tsx';
import { Foot } from './Foot.tsx';
import styles from './frame.module.css';
import { StateLine } from './StateLine.tsx';

type Props = {
  place: Place;
  title: string;
  back?: string | undefined;
  chapter?: Chapter | 'end';
  children: ReactNode;
};

let firstPage = true;
const content = 'main';

/** What surrounds every page of the survey. On each new page the heading gets the focus, so that it is read first. */
export function Frame({ place, title, back, chapter, children }: Props) {
  const { t } = useTranslation(['common', 'survey', 'problems']);
  const here = usePhone();
  const problem = here.response?.problem;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // The history of a shared phone shows everybody the titles of pages.
    document.title = here.shared ? 'Kannwas' : t(($) => $.title, { page: title });
  }, [t, title, here.shared]);
  useEffect(() => {
    // The browser has just loaded the first page and reads it by itself.
    if (!firstPage) {
      scrollTo(0, 0);
      main.current?.querySelector<HTMLElement>('h1')?.focus();
    }
    firstPage = false;
  }, []);
  const skip = (event: MouseEvent) => {
    // Without a place of its own in the history, by which the quick way out counts.
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className={styles.page}>
      <a href={`#${content}`} className={styles.skip} onClick={skip}>
        {t(($) => $.skip)}
      </a>
      <header>
        <Bar place={place} back={back} />
        {siteOf(here)?.demo && <p className={styles.demo}>{t(($) => $.demo)}</p>}
        {chapter && <Chapters current={chapter} />}
      </header>
      {problem && (
        <div className={styles.closed} role="alert">
          <strong>{t(($) => $.survey.closed.heading)}</strong>
          <p>{t(($) => $.problems[problem])}</p>
          <p>{t(($) => $.survey.closed.text)}</p>
        </div>
      )}
      <main id={content} ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <StateLine />
      <Foot />
    </div>
  );
}
