import { languages } from '@kannwas/schema/codes';
import { interviewsEndpoints } from '@kannwas/schema/interviews';
import type { Response } from '@kannwas/schema/survey/endpoints';
import { fold } from '@kannwas/schema/survey/fold';
import { said } from '@kannwas/schema/survey/questions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../app/call.ts';
import { useNames } from '../app/desk/names.ts';
import { mayAt, useSession } from '../app/session.ts';
import { dayOf } from '../ui/desk/dates.ts';
import { Problem } from '../ui/desk/form/Problem.tsx';
import { Unreviewed } from '../ui/desk/Unreviewed.tsx';
import { writtenIn } from '../ui/writing.ts';
import styles from './interview.module.css';
import { Papers } from './Papers.tsx';
import { Reach } from './Reach.tsx';
import { interviewQuery } from './said/queries.ts';
import type { Rows } from './said/rows.ts';

type Props = {
  response: Response;
  rows: Rows;
  onNextUnanswered: () => void;
  onNextConflict: () => void;
};

/** Who this is, how far it is, and the ways to what is still open; it stays in sight. */
export function CaseHeader({ response, rows, onNextUnanswered, onNextConflict }: Props) {
  const { t, i18n } = useTranslation('interviews');
  const names = useNames();
  const { startedAt, submittedAt, language, events } = response;
  const name = said(fold(events).answers, 'callName');
  const unanswered = rows.asked.filter((row) => row.unanswered).length;
  const conflicts = rows.asked.filter((row) => row.conflict).length;
  const day = (time: string) => dayOf(time, i18n.language);
  return (
    <>
      <header className={styles.header}>
        <p className={styles.name}>
          {name ? <bdi {...writtenIn(language)}>{name}</bdi> : <i>{t(($) => $.caseload.noName)}</i>}
        </p>
        <p>
          {t(($) => $.interview.progress, {
            answered: rows.asked.length - unanswered,
            asked: rows.asked.length,
          })}
        </p>
        {conflicts > 0 && (
          <button
            type="button"
            className={styles.conflictButton}
            aria-keyshortcuts="Alt+W"
            onClick={onNextConflict}
          >
            {t(($) => $.interview.conflicts, { count: conflicts })} <kbd>Alt W</kbd>
          </button>
        )}
        {unanswered > 0 ? (
          <button type="button" aria-keyshortcuts="Alt+N" onClick={onNextUnanswered}>
            {t(($) => $.interview.nextUnanswered)} <kbd>Alt N</kbd>
          </button>
        ) : (
          <p>{t(($) => $.interview.allAnswered)}</p>
        )}
      </header>
      <div className={styles.facts}>
        <p>
          {t(($) => $.interview.language, { language: names.language(languages[language].spoken) })} ·{' '}
          {t(($) => $.interview.started, { date: day(startedAt) })} ·{' '}
          {submittedAt
            ? t(($) => $.interview.submitted, { date: day(submittedAt) })
            : t(($) => $.interview.notSubmitted)}
        </p>
        <Unreviewed language={language} />
        <Reach response={response} />
        <Papers response={response} />
        <Closing response={response} />
      </div>
      <nav className={styles.chapters} aria-label={t(($) => $.interview.chapters)}>
        <ul>
          {rows.chapters.map(({ chapter, rows: ofChapter }) => (
            <li key={chapter}>
              <a href={`#chapter-${chapter}`}>{t(($) => $.chapter[chapter])}</a>{' '}
              <span className={styles.open}>
                {ofChapter.filter((row) => !row.unanswered).length}/{ofChapter.length}
              </span>
            </li>
          ))}
          <li>
            <a href="#next-steps">{t(($) => $.steps.heading)}</a>
          </li>
        </ul>
      </nav>
    </>
  );
}

/** Closes a case or opens it again; each undoes the other. */
function Closing({ response: { siteId, responseId, status } }: { response: Response }) {
  const { t } = useTranslation('interviews');
  const { me } = useSession();
  const client = useQueryClient();
  const closing = useMutation({
    gcTime: 0,
    mutationFn: (closed: boolean) =>
      call(interviewsEndpoints.close, { params: { siteId, responseId }, body: { closed } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries(interviewQuery(siteId, responseId)),
        client.invalidateQueries({ queryKey: ['caseload', siteId], refetchType: 'none' }),
      ]),
  });
  if (!mayAt(me, siteId, 'interview.close')) return null;
  const closed = status === 'closed';
  return (
    <>
      {closed && <p className={styles.closed}>{t(($) => $.interview.closed)}</p>}
      <button
        type="button"
        title={t(($) => $.interview.closeHint)}
        aria-disabled={closing.isPending}
        onClick={() => closing.mutate(!closed)}
      >
        {closed ? t(($) => $.interview.reopen) : t(($) => $.interview.close)}
      </button>
      <span role="status">
        {closing.isSuccess && (closed ? t(($) => $.interview.nowClosed) : t(($) => $.interview.nowOpen))}
      </span>
      {closing.error && <Problem error={closing.error} />}
    </>
  );
}
