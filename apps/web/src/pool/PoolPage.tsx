import type { PoolTable } from '@kannwas/schema/pool/table';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../app/call.ts';
import type { PoolSearch } from '../app/paths.ts';
import { mayAt, useSession, useSite } from '../app/session.ts';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import { Answer } from './answer/Answer.tsx';
import { Downloads } from './answer/Downloads.tsx';
import { History } from './answer/History.tsx';
import { Need } from './answer/Need.tsx';
import { isFinal, Refused } from './answer/Refused.tsx';
import { Spread } from './answer/Spread.tsx';
import styles from './pool.module.css';
import { askQuery } from './queries.ts';
import { Question } from './question/Question.tsx';
import { boundOf, spreadOf, textOf } from './question/question.ts';
import { Asked } from './searches/Asked.tsx';
import { BudgetLine } from './searches/BudgetLine.tsx';
import { Saved } from './searches/Saved.tsx';
import { SaveSearch } from './searches/SaveSearch.tsx';

const route = getRouteApi('/$siteId/pool');

/** Is there anybody? A question as a sentence, an answer as a sentence; the address holds the question. */
export function PoolPage() {
  const { t, i18n } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  const heading = usePageTitle(t(($) => $.title));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.title)}
      </h1>
      <p className={styles.lead}>
        {t(($) => $.lead)}{' '}
        <a href={`/${i18n.language}/method`} target="_blank" rel="noreferrer">
          {t(($) => $.method)}
        </a>
      </p>
      <Suspense fallback={<p role="status">{desk(($) => $.state.loading)}</p>}>
        <Asking />
      </Suspense>
    </>
  );
}

function Asking() {
  const { id: siteId } = useSite();
  const question = route.useSearch();
  const navigate = route.useNavigate();
  const mayBeAsked = boundOf(question) === undefined;
  const answer = useQuery({
    ...askQuery(siteId, question),
    enabled: mayBeAsked,
    placeholderData: keepPreviousData,
  });
  const refusal = answer.error && isFinal(answer.error) ? answer.error : undefined;
  const code = answer.error instanceof ProblemError ? answer.error.code : undefined;
  if (code === 'noSnapshotYet') return <BeforeFirst />;
  return (
    <>
      <Question question={question} onAsk={(search) => void navigate({ search })} />
      <BudgetLine isSaid={refusal !== undefined} />
      {refusal ? (
        <Refused error={refusal} />
      ) : (
        mayBeAsked && (
          <Loaded query={answer}>
            {(asked) => (
              <div className={styles.answered} aria-busy={answer.isPlaceholderData}>
                <Answered {...asked} />
              </div>
            )}
          </Loaded>
        )
      )}
      <Saved />
      <Asked />
    </>
  );
}

function Answered({ question, table }: { question: PoolSearch; table: PoolTable }) {
  return (
    <>
      <Answer question={question} table={table} />
      {table.total === null && <Need question={question} />}
      <div className={styles.actions}>
        {!table.refused && <Downloads question={question} />}
        <SaveSearch key={textOf(question)} question={question} />
      </div>
      <Spread key={question.by} question={question} table={table} />
      {spreadOf(question).length === 0 && !table.refused && <History question={question} />}
      {table.total !== null && <Need question={question} />}
    </>
  );
}

/** Before the first published state there is nothing to count, and the page says what will change that. */
function BeforeFirst() {
  const { t } = useTranslation('pool');
  const { me } = useSession();
  const { id: siteId } = useSite();
  return (
    <section className={styles.before}>
      <h2>{t(($) => $.before.heading)}</h2>
      <p>{t(($) => $.before.text)}</p>
      {mayAt(me, siteId, 'snapshot.publish') && (
        <Link to="/$siteId/publish" params={{ siteId }}>
          {t(($) => $.before.publish)}
        </Link>
      )}
    </section>
  );
}
