import { inputOf } from '@kannwas/schema/survey/inputs';
import { useCallback } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { catalogueTexts } from '../lists/catalogue-texts.ts';
import { Choices } from '../parts/Choices.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import type { InputProps } from './input-props.ts';

/** Some fields of work by their pictures. */
export function FieldsInput({ question }: InputProps) {
  const language = useLanguage();
  const input = inputOf(question);
  const loaded = useLoaded(
    useCallback(async () => {
      const [{ fields }, texts] = await Promise.all([
        import('@kannwas/catalogue/fields'),
        catalogueTexts(language),
      ]);
      const { default: names } = await texts.fields();
      return fields.map(({ id }) => ({
        code: id,
        text: names[id],
        picture: `fields/${id}` as const,
        said: { key: `fields.${id}`, text: names[id] },
      }));
    }, [language]),
  );
  const decline = <Decline question={question} />;
  if (loaded.state !== 'loaded') return <ListTrouble loaded={loaded}>{decline}</ListTrouble>;
  return (
    <div className={cards.cards}>
      <Choices
        question={question}
        choices={loaded.value}
        look="small"
        most={input.kind === 'fields' ? input.most : undefined}
      />
      {decline}
    </div>
  );
}
