import { said } from '@kannwas/schema/survey/questions';
import { useCallback } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { Choices, NoneOfThem } from '../parts/Choices.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { usePhone } from '../phone/phone.ts';
import type { InputProps } from './input-props.ts';

/** The pieces of work of an occupation: what the person has done at all. How often is asked afterwards, one by one. */
export function TaskInput({ question, entry }: InputProps) {
  const language = useLanguage();
  const { folded } = usePhone();
  const occupation = said(folded.answers, 'experienceOccupation', entry);
  const kind = said(folded.answers, 'experienceKind', entry);
  const loaded = useLoaded(
    useCallback(async () => {
      const { loadTasks } = await import('../lists/tasks.ts');
      return loadTasks(language);
    }, [language]),
  );
  const decline = <Decline question={question} />;
  if (loaded.state !== 'loaded') return <ListTrouble loaded={loaded}>{decline}</ListTrouble>;
  const choices = loaded.value
    .of(kind, occupation)
    .map(({ id, text, picture }) => ({ code: id, text, picture, said: { key: `cards.${id}`, text } }));
  return (
    <div className={cards.cards}>
      <Choices question={question} choices={choices} look="small" />
      <NoneOfThem question={question} word="noneOfThese" />
      {decline}
    </div>
  );
}
