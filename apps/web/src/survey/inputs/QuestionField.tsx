import { type Input, inputOf } from '@kannwas/schema/survey/inputs';
import { type Slot, slotOf } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { Picture, pictureFor } from '../../ui/Picture.tsx';
import { addressOf, methodAddress } from '../address.ts';
import { Also, Both } from '../beside/Also.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { Decline } from '../parts/Decline.tsx';
import { ErrorText } from '../parts/ErrorText.tsx';
import styles from '../parts/inputs.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { usePhone } from '../phone/phone.ts';
import { useRest } from '../rest/use-rest.ts';
import { Speak } from '../sound/Speak.tsx';
import { useSaid } from '../sound/use-said.ts';
import { useWording } from '../texts.ts';
import { ChoiceInput, ConsentInput } from './ChoiceInput.tsx';
import type { InputProps } from './input-props.ts';

type Props = InputProps & { heading: 'h1' | 'h2'; error?: string | undefined };

/** One question with everything around it. Which fields it gets follows from its schema. */
export function QuestionField({ question, chapter, entry, heading: Heading, error }: Props) {
  const { t } = useTranslation('survey');
  const wording = useWording()(question);
  const texts = `survey.questions.${question}`;
  const input = inputOf(question);
  const { kind } = input;
  const picture = pictureFor(chapter, question);
  const refused = useRefused(slotOf(question, entry));
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
              <Also of={`${texts}.label`} />
            </Heading>
          </span>
        </legend>
        <Speak texts={said.question(question)} />
        {wording.hint && (
          <p id={`${question}-hint`} className={styles.hint}>
            {wording.hint}
            <Also of={`${texts}.hint`} />
          </p>
        )}
        <Explained question={question} />
        <HowMany input={input} />
        {wording.why && (
          <details className={styles.why}>
            <summary>
              <Picture of="controls/why" className={styles.icon} />
              <Both of="survey.form.why">{t(($) => $.form.why)}</Both>
            </summary>
            <p>
              {wording.why}
              <Also of={`${texts}.why`} />
            </p>
          </details>
        )}
        {refused && !error && <ErrorText id={`${question}-refused`}>{t(($) => $.form.refused)}</ErrorText>}
        {error && <ErrorText id={`${question}-error`}>{error}</ErrorText>}
        <Fields question={question} chapter={chapter} entry={entry} />
      </fieldset>
    </div>
  );
}

/** How many may be chosen, where it is not one: all that fit, or up to so many. */
function HowMany({ input }: { input: Input }) {
  const { t } = useTranslation('survey');
  const isAll = input.kind === 'languages' || input.kind === 'cards';
  if (!isAll && input.kind !== 'several' && input.kind !== 'fields') return null;
  if (isAll || ('options' in input && input.most >= input.options.length))
    return (
      <p className={styles.hint}>
        {t(($) => $.form.several)}
        <Also of="survey.form.several" />
      </p>
    );
  return (
    <p className={styles.hint}>
      {t(($) => $.form.severalMost, { count: input.most })}
      <Also of="survey.form.severalMost" fill={{ count: input.most }} />
    </p>
  );
}

/** Pages that explain a purpose, in a tab of their own: what was chosen on this page is not kept before "Continue". */
function Explained({ question }: Pick<InputProps, 'question'>) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const at = { consentResult: 'way', consentPool: 'method' } as const;
  if (question !== 'consentResult' && question !== 'consentPool') return null;
  const name = at[question];
  const to = name === 'way' ? addressOf(language, { at: 'answers' }) : methodAddress(language);
  return (
    <p>
      <a href={to} target="_blank" rel="noreferrer" className={styles.about}>
        <Both of={`survey.form.${name}`}>{t(($) => $.form[name])}</Both>
      </a>
    </p>
  );
}

function Fields(props: InputProps) {
  switch (inputOf(props.question).kind) {
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'consent':
      return <ConsentInput {...props} />;
    default:
      return <RestInput {...props} />;
  }
}

function RestInput(props: InputProps) {
  const rest = useRest();
  if (rest.state === 'loaded') return <rest.value.LaterInput {...props} />;
  return (
    <ListTrouble loaded={rest}>
      <Decline question={props.question} />
    </ListTrouble>
  );
}

/** The server did not take the last answer to this question. */
function useRefused(slot: Slot): boolean {
  const { events } = usePhone();
  return events.filter((event) => event.question === slot).at(-1)?.state === 'refused';
}
