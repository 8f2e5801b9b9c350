import type { Question } from '@kannwas/schema/survey/questions';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { Both } from '../beside/Also.tsx';
import { useLanguage } from '../frame/use-language.ts';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import styles from '../parts/inputs.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import type { InputProps } from './input-props.ts';
import { useGiven } from './use-given.ts';

/** The catalogue of occupations is fetched when somebody gets here, not before the first question. */
export function OccupationInput({ question }: InputProps) {
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => {
      const { OccupationList, loadOccupations } = await import('../lists/OccupationList.tsx');
      return { OccupationList, known: await loadOccupations(language) };
    }, [language]),
  );
  const decline = <Decline question={question} />;
  if (loaded.state !== 'loaded') return <ListTrouble loaded={loaded}>{decline}</ListTrouble>;
  const { OccupationList, known } = loaded.value;
  return (
    <div className={cards.cards}>
      <OccupationList
        question={question}
        known={known}
        // Of a training it is enough to know what it was like.
        ownWords={question === 'experienceOccupation' && <OwnWords question={question} />}
      />
      {decline}
    </div>
  );
}

/** No word of the catalogue fits: the next page then asks for the person's own. */
function OwnWords({ question }: { question: Question }) {
  const { t } = useTranslation('survey');
  const { change } = useGiven(question);
  return (
    <button type="submit" className={styles.more} onClick={() => change({ one: '', declined: true })}>
      <Both of="survey.form.ownWords">{t(($) => $.form.ownWords)}</Both>
    </button>
  );
}
