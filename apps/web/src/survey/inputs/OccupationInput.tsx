import { answerProblem } from '@kannwas/schema/survey/events';
import { slotOf } from '@kannwas/schema/survey/questions';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { Both } from '../beside/Also.tsx';
import { useGiven } from '../form/use-given.ts';
import { useLanguage } from '../frame/use-language.ts';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import styles from '../parts/inputs.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import type { InputProps } from './input-props.ts';

/** The catalogue of occupations is fetched when somebody gets here, not before the first question. */
export function OccupationInput(props: InputProps) {
  const { question } = props;
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
        ownWords={(typed) => question === 'experienceOccupation' && <OwnWords {...props} typed={typed} />}
      />
      {decline}
    </div>
  );
}

/** No word of the catalogue fits: the next page then asks for the person's own, and begins with what was looked for. */
function OwnWords({ question, entry, typed }: InputProps & { typed: string }) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { folded } = usePhone();
  const { change } = useGiven(question);
  const slot = slotOf('experienceOwnWords', entry);
  const words = typed.trim();
  const isNew =
    folded.answers[slot] === undefined && answerProblem('experienceOwnWords', words) === undefined;
  const proceed = async (form: HTMLFormElement | null) => {
    // When it cannot be kept, the page says so as soon as it keeps its own answer.
    if (isNew) await answer({ [slot]: words }, language).catch(() => undefined);
    change({ one: '', declined: true });
    form?.requestSubmit();
  };
  return (
    <button
      type="button"
      className={styles.more}
      onClick={({ currentTarget }) => void proceed(currentTarget.form)}
    >
      <Both of="survey.form.ownWords">{t(($) => $.form.ownWords)}</Both>
    </button>
  );
}
