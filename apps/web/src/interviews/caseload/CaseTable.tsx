import { languages } from '@kannwas/schema/codes';
import type { Case } from '@kannwas/schema/interviews';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../app/desk/names.ts';
import { useSite } from '../../app/session.ts';
import { minuteOf } from '../../ui/desk/dates.ts';
import styles from './caseload.module.css';

/** The lines of the caseload; arrow keys walk through them, Enter opens one. */
export function CaseTable({ cases, busy }: { cases: readonly Case[]; busy: boolean }) {
  const { t } = useTranslation('interviews');
  return (
    <>
      <p className={styles.keys} id="caseload-keys">
        {t(($) => $.caseload.keys)}
      </p>
      <table className={styles.cases} aria-busy={busy} aria-describedby="caseload-keys">
        <caption className="unseen">{t(($) => $.caseload.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.caseload.name)}</th>
            <th scope="col" className={styles.number}>
              {t(($) => $.caseload.birthYear)}
            </th>
            <th scope="col">{t(($) => $.caseload.language)}</th>
            <th scope="col">{t(($) => $.caseload.status)}</th>
            <th scope="col" className={styles.number}>
              {t(($) => $.caseload.answered)}
            </th>
            <th scope="col">{t(($) => $.caseload.changed)}</th>
          </tr>
        </thead>
        <tbody onKeyDown={walkRows}>
          {cases.map((one) => (
            <CaseRow key={one.responseId} one={one} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function CaseRow({ one }: { one: Case }) {
  const { t, i18n } = useTranslation('interviews');
  const { id: siteId } = useSite();
  const names = useNames();
  const {
    callName,
    birthYear,
    language,
    status,
    answered,
    asked,
    conflicts,
    changedAt,
    askAgain,
    responseId,
  } = one;
  return (
    <tr>
      <th scope="row">
        <Link to="/$siteId/caseload/$responseId" params={{ siteId, responseId }}>
          {callName === null ? <i>{t(($) => $.caseload.noName)}</i> : <bdi>{callName}</bdi>}
        </Link>
      </th>
      <td className={styles.number}>{birthYear ?? '–'}</td>
      <td>{names.language(languages[language].spoken)}</td>
      <td>
        <span className={status === 'submitted' ? styles.submitted : styles.open}>
          {t(($) => $.status[status])}
        </span>
        {conflicts.length > 0 && (
          <span className={styles.conflict}>
            {t(($) => $.caseload.conflictCount, { count: conflicts.length })}
          </span>
        )}
        {askAgain && <span className={styles.conflict}>{t(($) => $.caseload.askAgain)}</span>}
      </td>
      <td className={styles.number}>{t(($) => $.caseload.answeredOf, { answered, asked })}</td>
      <td>{minuteOf(changedAt, i18n.language)}</td>
    </tr>
  );
}

/** Moves focus to the link of the next or previous row; Home and End to the ends. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link.contains(document.activeElement));
  const last = links.length - 1;
  const target = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[
    event.key
  ];
  if (target === undefined) return;
  event.preventDefault();
  links[target]?.focus();
}
