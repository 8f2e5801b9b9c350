import { said } from '@kannwas/schema/survey/questions';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { noOther } from '../form/given.ts';
import { useLanguage } from '../frame/use-language.ts';
import { Card } from '../parts/Card.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { usePhone } from '../phone/phone.ts';
import { useSaid } from '../sound/use-said.ts';
import type { InputProps } from './input-props.ts';
import { useGiven } from './use-given.ts';

/** The pieces of work of an occupation: what the person has done at all. How often is asked afterwards, one by one. */
export function TaskInput({ question, entry }: InputProps) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { folded } = usePhone();
  const words = useSaid();
  const { given, change } = useGiven(question);
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
  const toggle = (card: string) => {
    const others = given.many.filter((chosen) => chosen !== card);
    const many = given.many.includes(card) ? others : [...others, card];
    change({ one: undefined, many, declined: false });
  };
  return (
    <div className={cards.cards}>
      {loaded.value.of(kind, occupation).map(({ id, text, picture }, place) => (
        <Card
          key={id}
          look="small"
          input={{
            type: 'checkbox',
            name: question,
            id: place === 0 ? `${question}-1` : undefined,
            checked: given.many.includes(id),
            onChange: () => toggle(id),
          }}
          picture={picture}
          said={{ key: `cards.${id}`, text }}
        >
          {text}
        </Card>
      ))}
      <Card
        look="small"
        input={{
          type: 'checkbox',
          name: `${question}-none`,
          checked: given.one === noOther,
          onChange: () =>
            change({ one: given.one === noOther ? undefined : noOther, many: [], declined: false }),
        }}
        said={words.form('noneOfThese')}
      >
        {t(($) => $.form.noneOfThese)}
      </Card>
      {decline}
    </div>
  );
}
