import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../app/call.ts';
import { minuteOf } from '../../ui/desk/dates.ts';
import { refusedFields } from '../../ui/desk/form/field-errors.ts';
import { ProblemSentence } from '../../ui/desk/form/Problem.tsx';
import styles from './answer.module.css';

/** Refusals that trying again at once does not change. */
export function isFinal(error: Error): boolean {
  return isUsedUp(error) || refusedFields(error).some(({ code }) => code === 'tooManyCells');
}

const isUsedUp = (error: Error): error is ProblemError =>
  error instanceof ProblemError && error.code === 'budgetUsedUp';

/** Why there is no answer, and what to do; the question stays above as it is. */
export function Refused({ error }: { error: Error }) {
  const { t, i18n } = useTranslation('pool');
  if (!isUsedUp(error)) {
    return (
      <section className={styles.refused} role="alert">
        <p>{t(($) => $.bounds.tooManyCells)}</p>
      </section>
    );
  }
  const { retryAfter } = error.problem;
  const again = retryAfter && new Date(error.at + retryAfter * 1000).toISOString();
  return (
    <section className={styles.refused} role="alert">
      <h2>{t(($) => $.usedUp.heading)}</h2>
      <p>
        <ProblemSentence error={error} />{' '}
        {again && t(($) => $.usedUp.again, { date: minuteOf(again, i18n.language) })}
      </p>
      <p>{t(($) => $.usedUp.text)}</p>
    </section>
  );
}
