import { inputOf } from '@kannwas/schema/survey/inputs';
import type { Question } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { Picture, pictureFor } from '../../ui/Picture.tsx';
import { methodAddress } from '../address.ts';
import { useLanguage } from '../frame/use-language.ts';
import { ErrorText } from '../parts/ErrorText.tsx';
import styles from '../parts/inputs.module.css';
import { usePhone } from '../phone/phone.ts';
import { Speak } from '../sound/Speak.tsx';
import { useSaid } from '../sound/use-said.ts';
import { useWording } from '../texts.ts';
import { ChoiceInput, ConsentInput } from './ChoiceInput.tsx';
import type { InputProps } from './input-props.ts';
import { OccupationInput } from './OccupationInput.tsx';
import { PickInput } from './PickInput.tsx';
import { SeveralInput } from './SeveralInput.tsx';
import { TextInput, YearInput } from './TypedInput.tsx';

type Props = InputProps & { heading: 'h1' | 'h2'; error?: string | undefined };

/** One question with everything around it. Which fields it gets follows from its schema. */
export function QuestionField({ question, chapter, heading: Heading, error }: Props) {
  const { t } = useTranslation('survey');
  const wording = useWording()(question);
  const { kind } = inputOf(question);
  const picture = pictureFor(chapter, question);
  const refused = useRefused(question);
  const said = useSaid();
  const described = [wording.hint && `${question}-hint`, error && `${question}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={kind === 'consent' ? styles.purpose : undefined}>
      <fieldset id={question} className={styles.fieldset} aria-describedby={described || undefined}>
        <legend className={styles.legend}>
          <span className={styles.heading}>
            {picture && <Picture of={picture} className={styles.lead} />}
            <Heading id={`${question}-label`} tabIndex={Heading === 'h1' ? -1 : undefined}>
              {wording.label}
            </Heading>
          </span>
        </legend>
        <Speak texts={said.question(question)} />
        {wording.hint && (
          <p id={`${question}-hint`} className={styles.hint}>
            {wording.hint}
          </p>
        )}
        {question === 'consentPool' && <MethodLink />}
        {(kind === 'several' || kind === 'languages') && (
          <p className={styles.hint}>{t(($) => $.form.several)}</p>
        )}
        {wording.why && (
          <details className={styles.why}>
            <summary>
              <Picture of="controls/why" className={styles.icon} />
              {t(($) => $.form.why)}
            </summary>
            <p>{wording.why}</p>
          </details>
        )}
        {refused && !error && <ErrorText id={`${question}-refused`}>{t(($) => $.form.refused)}</ErrorText>}
        {error && <ErrorText id={`${question}-error`}>{error}</ErrorText>}
        <Fields question={question} chapter={chapter} />
      </fieldset>
    </div>
  );
}

/** In a tab of its own: what was chosen on this page is not kept before "Continue". */
function MethodLink() {
  const { t } = useTranslation('survey');
  return (
    <p>
      <a href={methodAddress(useLanguage())} target="_blank" rel="noreferrer" className={styles.about}>
        {t(($) => $.form.method)}
      </a>
    </p>
  );
}

function Fields(props: InputProps) {
  switch (inputOf(props.question).kind) {
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'several':
      return <SeveralInput {...props} />;
    case 'consent':
      return <ConsentInput {...props} />;
    case 'year':
      return <YearInput {...props} />;
    case 'text':
      return <TextInput {...props} />;
    case 'occupation':
      return <OccupationInput {...props} />;
    default:
      return <PickInput {...props} />;
  }
}

/** The server did not take the last answer to this question. */
function useRefused(question: Question): boolean {
  const { events } = usePhone();
  return events.filter((event) => event.question === question).at(-1)?.state === 'refused';
}
