import { said } from '@kannwas/schema/survey/questions';
import { useCallback } from 'react';
import { useFormContext } from 'react-hook-form';
import { useLoaded } from '../../ui/use-loaded.ts';
import type { Fields } from '../form/fields.ts';
import { useGiven } from '../form/use-given.ts';
import { useLanguage } from '../frame/use-language.ts';
import { Card } from '../parts/Card.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { usePhone } from '../phone/phone.ts';
import type { InputProps } from './input-props.ts';

/** The schools of the country in which the person learned, by their own names in their own script. */
export function RungInput({ question }: InputProps) {
  const language = useLanguage();
  const { folded } = usePhone();
  const { given, change } = useGiven(question);
  const { formState } = useFormContext<Fields>();
  const loaded = useLoaded(
    useCallback(async () => (await import('../lists/rungs.ts')).loadRungs(language), [language]),
  );
  const decline = <Decline question={question} />;
  if (loaded.state !== 'loaded') return <ListTrouble loaded={loaded}>{decline}</ListTrouble>;
  const { of, say } = loaded.value;
  return (
    <div className={cards.cards}>
      {of(said(folded.answers, 'educationCountry')).map((rung, place) => {
        const { native, meaning, era } = say(rung);
        const plain = native?.language === language ? native.text : meaning;
        return (
          <Card
            key={rung.code}
            look="small"
            input={{
              type: 'radio',
              name: question,
              id: place === 0 ? `${question}-1` : undefined,
              'aria-invalid': formState.errors[question] !== undefined,
              checked: given.one === rung.code,
              onChange: () => change({ one: rung.code, declined: false }),
            }}
            picture={`schools/${rung.kind}`}
            // The voice of the page does not speak the language of the name; it says what the name means.
            said={{
              key: `ladders.kinds.${rung.kind}`,
              text: native?.language === language ? plain : meaning,
            }}
          >
            {native && native.language !== language && (
              <bdi lang={native.language} className={cards.native}>
                {native.text}
              </bdi>
            )}
            <span>{plain}</span>
            {era && <span className={cards.note}>{era}</span>}
          </Card>
        );
      })}
      {decline}
    </div>
  );
}
