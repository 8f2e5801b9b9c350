import { texts } from '@kannwas/catalogue/texts';
import { inputOf, toggled } from '@kannwas/schema/survey/inputs';
import { useCallback } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { Card } from '../parts/Card.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import type { InputProps } from './input-props.ts';
import { useGiven } from './use-given.ts';

/** Some fields of work by their pictures. */
export function FieldsInput({ question }: InputProps) {
  const language = useLanguage();
  const { given, change } = useGiven(question);
  const input = inputOf(question);
  const loaded = useLoaded(
    useCallback(async () => {
      const [{ fields }, { default: names }] = await Promise.all([
        import('@kannwas/catalogue/fields'),
        texts[language].fields(),
      ]);
      return { fields, names };
    }, [language]),
  );
  const decline = <Decline question={question} />;
  if (loaded.state !== 'loaded') return <ListTrouble loaded={loaded}>{decline}</ListTrouble>;
  const { fields, names } = loaded.value;
  const full = input.kind === 'fields' && given.many.length >= input.most;
  return (
    <div className={cards.cards}>
      {fields.map(({ id }, place) => (
        <Card
          key={id}
          look="small"
          input={{
            type: 'checkbox',
            name: question,
            id: place === 0 ? `${question}-1` : undefined,
            checked: given.many.includes(id),
            disabled: full && !given.many.includes(id),
            onChange: () => change({ many: toggled(given.many, id), declined: false }),
          }}
          picture={`fields/${id}`}
          said={{ key: `fields.${id}`, text: names[id] }}
        >
          {names[id]}
        </Card>
      ))}
      {decline}
    </div>
  );
}
