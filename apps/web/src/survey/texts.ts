import type survey from '@kannwas/catalogue/languages/en/survey.json';
import type { Language } from '@kannwas/schema/codes';
import type { pages } from '@kannwas/schema/survey/pages';
import type { Question, Said } from '@kannwas/schema/survey/questions';
import type { Skill } from '@kannwas/schema/survey/questions/kinds';
import { useTranslation } from 'react-i18next';

/** The options that need words of their own; countries and languages bring theirs, the scale of skills is shared. */
type Options<S> = [S] extends [readonly (infer O)[]] ? Own<O> : Own<S>;
type Own<S> = [S] extends [string] ? (string extends S ? never : [Skill] extends [S] ? never : S) : never;

type Words<Codes> = [Codes] extends [never] ? unknown : { options: { [C in Codes & string]: string } };
type QuestionTexts<Q extends Question> = { label: string } & Words<Options<Said<Q>>>;

type English = typeof survey;
/** Its words are those of the recorder. */
type Spoken = 'strengthVoice';
type Without = {
  [Q in Exclude<Question, Spoken>]: English['questions'] extends { [K in Q]: QuestionTexts<Q> } ? never : Q;
}[Exclude<Question, Spoken>];
/** Does not compile while a question, or one of its options, has no English text: the type then names it. */
export const everyQuestionHasItsText: [Without] extends [never] ? true : { withoutText: Without } = true;

type Together = Extract<(typeof pages)[number], { ask: readonly [Question, Question, ...Question[]] }>['id'];
type Unheaded = Exclude<Together, keyof English['pages']>;
/** Does not compile while a page with several questions has no heading. */
export const everyPageHasItsHeading: [Unheaded] extends [never] ? true : { withoutHeading: Unheaded } = true;

/** What can stand around a question. */
export type Wording = {
  label: string;
  hint?: string;
  why?: string;
  options?: Record<string, string>;
  errors?: Record<string, string>;
};

/** Finds the words around a question, in the language of the page unless another that is loaded is named. */
export function useWording(language?: Language): (question: Question) => Wording {
  const { t } = useTranslation('survey', language ? { lng: language } : {});
  return (question) =>
    question === 'strengthVoice'
      ? { label: t(($) => $.voice.heading), hint: t(($) => $.voice.hint) }
      : t(($) => $.questions[question], { returnObjects: true });
}

/** Finds the word for an option. The words of the shared scale stand once. */
export function useOptionText(language?: Language): (question: Question, option: string) => string {
  const { t } = useTranslation('survey', language ? { lng: language } : {});
  const wording = useWording(language);
  const skills: Record<string, string> = t(($) => $.skills, { returnObjects: true });
  return (question, option) => wording(question).options?.[option] ?? skills[option] ?? option;
}
