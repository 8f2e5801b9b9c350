import type { Response } from '@kannwas/schema/survey/endpoints';
import { type Slot, slotOf } from '@kannwas/schema/survey/questions';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftsOf, dropDrafts } from '../app/desk/drafts.ts';
import { useSession, useSite } from '../app/session.ts';
import { Confirm } from '../ui/desk/form/Confirm.tsx';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import { CaseHeader } from './CaseHeader.tsx';
import styles from './interview.module.css';
import { QuestionRow } from './QuestionRow.tsx';
import { interviewQuery } from './said/queries.ts';
import { type Added, firstOf, nextRow, type Row, rowsOf } from './said/rows.ts';
import { useWords } from './said/words.ts';
import { NextSteps } from './steps/NextSteps.tsx';
import { Things } from './Things.tsx';

const route = getRouteApi('/$siteId/caseload/$responseId');

/** One case: what was asked, what the person said in their own words, and how it stands. */
export function InterviewPage() {
  const { t } = useTranslation('interviews');
  // The name of a person stays out of the title: it is kept in the history of the browser.
  const heading = usePageTitle(t(($) => $.interview.noName));
  const { responseId } = route.useParams();
  const { id: siteId } = useSite();
  const response = useQuery(interviewQuery(siteId, responseId));
  return (
    <>
      <p className={styles.back}>
        <Link to="/$siteId/caseload" params={{ siteId }} search={{}}>
          {t(($) => $.interview.back)}
        </Link>
      </p>
      <h1 className="unseen" ref={heading} tabIndex={-1}>
        {t(($) => $.interview.noName)}
      </h1>
      <Loaded query={response}>{(loaded) => <Interview key={responseId} response={loaded} />}</Loaded>
    </>
  );
}

function Interview({ response }: { response: Response }) {
  const { t, i18n } = useTranslation('interviews');
  const { email } = useSession().me;
  const drafts = `answer/${response.responseId}/`;
  const draftOf = (slot: Slot) => drafts + slot;
  const desk = useWords(i18n.language === 'en' ? 'en' : 'de');
  const theirs = useWords(response.language);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const rows = rowsOf(response.events, added);
  // After a reload the form with unsaved text is open again.
  const [editing, setEditing] = useState<Slot | undefined>(
    () => rows.asked.find(({ slot }) => draftsOf(email, draftOf(slot)).length > 0)?.slot,
  );

  const closed = response.status === 'closed';
  const goTo = (wanted: (row: Row) => boolean, from = editing) => {
    const next = nextRow(rows.asked, from, wanted);
    if (!closed) setEditing(next);
    if (next) document.getElementById(`question-${next}`)?.scrollIntoView({ block: 'center' });
  };
  const goToConflict = () => {
    const next = nextRow(rows.asked, undefined, isInConflict);
    const row = document.getElementById(`question-${next}`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector('button')?.focus();
  };
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const jumpTo = { KeyN: () => goTo(isUnanswered), KeyW: goToConflict }[event.code];
      if (!jumpTo) return;
      event.preventDefault();
      jumpTo();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  });

  // Leaving a case leaves nothing of the person behind, so typed text is asked about first.
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && draftsOf(email, drafts).length > 0,
    enableBeforeUnload: false,
    withResolver: true,
  });
  const shared = { response, desk, theirs, editing, onEdit: setEditing, draftOf, closed };
  const next = (slot: Slot) => goTo((row) => isUnanswered(row) && row.slot !== slot, slot);
  const add = (thing: Added) => {
    setAdded([...added, thing]);
    setEditing(slotOf(firstOf[thing.group], thing.entry));
  };

  return (
    <>
      <CaseHeader
        response={response}
        rows={rows}
        onNextUnanswered={() => goTo(isUnanswered)}
        onNextConflict={goToConflict}
      />
      {rows.chapters.map(({ chapter, rows: ofChapter, lists }) => (
        <section key={chapter} id={`chapter-${chapter}`} className={styles.chapter} tabIndex={-1}>
          <h2>{t(($) => $.chapter[chapter])}</h2>
          {ofChapter.map((row) => (
            <QuestionRow key={row.slot} row={row} {...shared} onNext={() => next(row.slot)} />
          ))}
          {lists.map((list) => (
            <Things
              key={list.group}
              list={list}
              rows={ofChapter}
              response={response}
              desk={desk}
              closed={closed}
              onAdd={add}
            />
          ))}
        </section>
      ))}
      <NextSteps response={response} />
      {rows.unasked.length > 0 && (
        <details className={styles.unasked}>
          <summary>{t(($) => $.interview.notAsked)}</summary>
          {rows.unasked.map((row) => (
            <QuestionRow key={row.slot} row={row} {...shared} closed onNext={() => undefined} />
          ))}
        </details>
      )}
      {leaving.status === 'blocked' && (
        <Confirm
          question={t(($) => $.interview.leave, { count: draftsOf(email, drafts).length })}
          yes={t(($) => $.interview.leaveYes)}
          onYes={() => {
            dropDrafts(email, drafts);
            leaving.proceed();
          }}
          onNo={leaving.reset}
        />
      )}
    </>
  );
}

const isUnanswered = (row: Row) => row.unanswered;
const isInConflict = (row: Row) => row.conflict;
