import { inputOf, toggled } from '@kannwas/schema/survey/inputs';
import type { Question } from '@kannwas/schema/survey/questions';
import { type ReactNode, useId } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/session.ts';
import { Field } from '../../ui/desk/form/Field.tsx';
import type { Words } from '../said/words.ts';
import styles from './answer.module.css';
import { OccupationPicker } from './OccupationPicker.tsx';
import { Picker } from './Picker.tsx';
import type { Typed } from './typed.ts';

type Props = { question: Question; words: Words; form: UseFormReturn<Typed>; wrong: string | undefined };

/** The input that follows from the kind of the question; nobody lists questions here. */
export function AnswerInput({ question, words, form, wrong: code }: Props) {
  const { t } = useTranslation('interviews');
  const { districts } = useSite();
  const { register, setValue, control } = form;
  const { one, several, text } = useWatch({ control });
  const input = inputOf(question);
  const label = words.label(question);
  const wrong = useWrong(code);
  const pick = {
    label,
    wrong,
    chosen: one ? [one] : [],
    onChoose: ([chosen = '']: string[]) => setValue('one', chosen),
  };

  const pickSome = {
    label,
    wrong,
    several: true,
    chosen: several ?? [],
    onChoose: (chosen: string[]) => setValue('several', chosen),
  };

  const ticking = (option: string) => ({
    checked: several?.includes(option) ?? false,
    onChange: () => setValue('several', toggled(several ?? [], option)),
  });

  switch (input.kind) {
    case 'text':
      return (
        <Field
          label={label}
          error={wrong}
          hint={t(($) => $.form.left, { count: input.most - (text?.length ?? 0) })}
        >
          {(wiring) =>
            input.most > 100 ? (
              <textarea {...wiring} {...register('text')} rows={4} maxLength={input.most} dir="auto" />
            ) : (
              <input {...wiring} {...register('text')} maxLength={input.most} dir="auto" autoComplete="off" />
            )
          }
        </Field>
      );
    case 'year':
      return (
        <div className={styles.year}>
          <Field label={label} error={wrong}>
            {(wiring) => (
              <input
                {...wiring}
                {...register('year')}
                inputMode="numeric"
                maxLength={4}
                size={6}
                autoComplete="off"
              />
            )}
          </Field>
          <label className={styles.choice}>
            <input type="checkbox" {...register('about')} /> {t(($) => $.form.about)}
          </label>
        </div>
      );
    case 'choice':
    case 'several':
      return (
        <Choices legend={label} wrong={wrong}>
          {input.options.map((option) => (
            <label key={option} className={styles.choice}>
              <input
                type={input.kind === 'choice' ? 'radio' : 'checkbox'}
                value={option}
                {...(input.kind === 'choice' ? register('one') : ticking(option))}
              />{' '}
              {words.option(question, option)}
            </label>
          ))}
        </Choices>
      );
    case 'consent':
      return (
        <Choices legend={label} wrong={wrong}>
          {/* Only the newcomer can say yes to a purpose. */}
          <label className={styles.choice}>
            <input type="radio" value="no" {...register('one')} /> {t(($) => $.form.no)}
          </label>
        </Choices>
      );
    case 'country':
      return <Picker {...pick} options={words.names.countries} />;
    case 'language':
      return <Picker {...pick} options={words.names.languages} />;
    case 'district':
      return <Picker {...pick} options={districts.map(({ code, name }) => [code, name])} />;
    case 'occupation':
      return <OccupationPicker {...pick} words={words} />;
    case 'rung':
      return <Picker {...pick} options={words.names.rungs} />;
    case 'languages':
      return <Picker {...pickSome} options={words.names.languages} />;
    case 'cards':
      return <Picker {...pickSome} options={words.names.cards} />;
    case 'fields':
      return <Picker {...pickSome} options={words.names.fields} />;
    // Only a phone records; the desk listens.
    case 'voice':
      return null;
    case 'date':
      return (
        <Field label={label} error={wrong}>
          {(wiring) => <input {...wiring} {...register('one')} type="date" />}
        </Field>
      );
  }
}

type ChoicesProps = { legend: string; wrong: string | undefined; children: ReactNode };

function Choices({ legend, wrong, children }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset className={styles.choices} aria-describedby={wrong ? id : undefined}>
      <legend>{legend}</legend>
      {wrong && (
        <p className={styles.wrong} id={id}>
          {wrong}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** What is wrong with the answer, in the reader's words. */
function useWrong(code: string | undefined): string | undefined {
  const { t } = useTranslation('interviews');
  const known = [
    'future',
    'too_small',
    'too_big',
    'invalid_format',
    'invalid_type',
    'invalid_value',
  ] as const;
  if (code === undefined) return undefined;
  const word = known.find((one) => one === code) ?? 'other';
  return t(($) => $.form.wrong[word]);
}
