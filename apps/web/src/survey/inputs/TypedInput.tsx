import { inputOf } from '@kannwas/schema/survey/inputs';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../form/fields.ts';
import { useGiven } from '../form/use-given.ts';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import styles from '../parts/inputs.module.css';
import type { InputProps } from './input-props.ts';

/** Own words: one line when short, a box when long. What is too long is kept and named, never cut off. */
export function TextInput({ question }: InputProps) {
  const { t } = useTranslation('survey');
  const { given, change } = useGiven(question);
  const invalid = useInvalid(question);
  const input = inputOf(question);
  const most = input.kind === 'text' ? input.most : 0;
  const left = most - (given.one ?? '').length;
  const shared = {
    id: `${question}-1`,
    className: styles.box,
    autoComplete: 'off',
    dir: 'auto',
    'aria-invalid': invalid,
    'aria-labelledby': `${question}-label`,
    'aria-describedby': `${question}-hint${invalid ? ` ${question}-error` : ''}`,
    value: given.one ?? '',
    onChange: (event: { target: { value: string } }) => change({ one: event.target.value, declined: false }),
  };
  return (
    <div className={cards.cards}>
      {most > 100 ? <textarea rows={4} {...shared} /> : <input type="text" {...shared} />}
      {left >= 0 && left <= 50 && <p role="status">{t(($) => $.form.left, { count: left })}</p>}
      <Decline question={question} />
    </div>
  );
}

export function useInvalid(question: InputProps['question']): boolean {
  return useFormContext<Fields>().formState.errors[question] !== undefined;
}
