import { type Answers, said } from '@kannwas/schema/survey/questions';
import type { Year } from '@kannwas/schema/survey/questions/kinds';
import { calendars, toGregorian } from '@kannwas/schema/survey/written/years';
import { useTranslation } from 'react-i18next';
import { Also, Both } from '../beside/Also.tsx';
import { type Count, westernDigits } from '../form/given.ts';
import { useGiven } from '../form/use-given.ts';
import { Card } from '../parts/Card.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import styles from '../parts/inputs.module.css';
import { usePhone } from '../phone/phone.ts';
import { useSaid } from '../sound/use-said.ts';
import type { InputProps } from './input-props.ts';
import { useInvalid } from './TypedInput.tsx';

const counts = ['gregorian', ...calendars] as const satisfies Count[];

/** A year on the number pad, in the calendar of the person, or an age; "about" is as good as exact. */
export function YearInput({ question }: InputProps) {
  const { t } = useTranslation('survey');
  const { folded } = usePhone();
  const words = useSaid();
  const { given, change } = useGiven(question);
  const invalid = useInvalid(question);
  const usual = usualCalendar(folded.answers);
  const count = given.count ?? usual;
  const born = said(folded.answers, 'birthYear')?.year;
  const isBirth = question === 'birthYear';
  const byAge = count === 'age';
  const typed = Number(westernDigits((given.one ?? '').trim()));
  const counted = count !== 'age' && count !== 'gregorian' && typed >= 1000;
  const hint = byAge
    ? t(($) => $.form.ageHint)
    : count === 'gregorian'
      ? t(($) => $.form.yearHint)
      : t(($) => $.form.yearIn[count]);
  const hintName = byAge ? 'ageHint' : count === 'gregorian' ? 'yearHint' : `yearIn.${count}`;
  return (
    <div className={cards.cards}>
      <div>
        <label className={styles.label} htmlFor={`${question}-1`}>
          {byAge && <strong>{isBirth ? t(($) => $.form.ageNow) : t(($) => $.form.ageThen)} </strong>}
          {hint}
          <Also of={`survey.form.${hintName}`} />
        </label>
        <input
          id={`${question}-1`}
          className={`${styles.box} ${styles.year}`}
          // Not type=number: it drops Arabic digits without a word and changes years when a thumb scrolls.
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={invalid}
          aria-labelledby={`${question}-label`}
          aria-describedby={invalid ? `${question}-error` : undefined}
          maxLength={8}
          value={given.one ?? ''}
          onChange={(event) => change({ one: event.target.value, count, declined: false })}
        />
        <p role="status" className={styles.hint}>
          {counted && t(($) => $.form.isYear, { year: toGregorian(count, typed) })}
        </p>
      </div>
      {!byAge && (
        <Card
          look="small"
          input={{
            type: 'checkbox',
            name: `${question}-about`,
            checked: given.about,
            onChange: () => change({ about: !given.about, declined: false }),
          }}
          said={words.form('about')}
        >
          {t(($) => $.form.about)}
        </Card>
      )}
      {(isBirth || born !== undefined) && (
        <Card
          look="small"
          input={{
            type: 'checkbox',
            name: `${question}-age`,
            checked: byAge,
            onChange: () =>
              change({
                one: '',
                count: byAge ? usual : 'age',
                born: isBirth ? undefined : born,
                declined: false,
              }),
          }}
          said={words.form('byAge')}
        >
          {t(($) => $.form.byAge)}
        </Card>
      )}
      {!byAge && (
        <details className={styles.why} open={count !== 'gregorian'}>
          <summary>
            <Both of="survey.form.calendar">{t(($) => $.form.calendar)}</Both>
          </summary>
          <fieldset className={styles.fieldset}>
            <legend className="unseen">{t(($) => $.form.calendar)}</legend>
            {counts.map((calendar) => (
              <Card
                key={calendar}
                look="small"
                input={{
                  type: 'radio',
                  name: `${question}-calendar`,
                  checked: count === calendar,
                  onChange: () => change({ count: calendar, declined: false }),
                }}
                said={words.calendar(calendar)}
              >
                {t(($) => $.form.calendars[calendar])}
              </Card>
            ))}
          </fieldset>
        </details>
      )}
      <Decline question={question} />
    </div>
  );
}

/** Whoever counted one year in a calendar counts the next one in it too. */
function usualCalendar(answers: Answers): Count {
  const years = Object.values(answers).filter(
    (answer): answer is Year => typeof answer === 'object' && answer !== null && 'year' in answer,
  );
  const counted = years.findLast(({ said: how }) => how && 'calendar' in how)?.said;
  return counted && 'calendar' in counted ? counted.calendar : 'gregorian';
}
