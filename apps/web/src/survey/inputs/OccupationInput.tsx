import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import type { InputProps } from './input-props.ts';

/** The catalogue of occupations is fetched when somebody gets here, not before the first question. */
export function OccupationInput({ question }: InputProps) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => {
      const { OccupationList, loadOccupations } = await import('../lists/OccupationList.tsx');
      return { OccupationList, known: await loadOccupations(language) };
    }, [language]),
  );
  const decline = <Decline question={question}>{t(($) => $.form.noAnswer)}</Decline>;
  if (loaded.state !== 'loaded') return <ListTrouble loaded={loaded}>{decline}</ListTrouble>;
  const { OccupationList, known } = loaded.value;
  return (
    <div className={cards.cards}>
      <OccupationList question={question} known={known} />
      {decline}
    </div>
  );
}
