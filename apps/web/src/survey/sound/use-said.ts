import type { AddedGroup } from '@kannwas/schema/survey/entries';
import type { Visit } from '@kannwas/schema/survey/journey';
import type { Question } from '@kannwas/schema/survey/questions';
import type { Calendar } from '@kannwas/schema/survey/written/years';
import { useTranslation } from 'react-i18next';
import { useOptionText, useWording } from '../texts.ts';
import type { Said } from './heard.ts';

/** Words beside the options, the same for every question. */
type FormWord = 'noneOfThese' | 'noOtherLanguages' | 'about' | 'byAge';

/** What the speakers of a page read: texts with the keys under which they stand. */
export function useSaid() {
  const { t } = useTranslation(['common', 'survey']);
  const wording = useWording();
  const optionText = useOptionText();
  return {
    question: (question: Question): [Said, ...Said[]] => {
      const { label, hint } = wording(question);
      const key = `survey.questions.${question}`;
      return [{ key: `${key}.label`, text: label }, ...(hint ? [{ key: `${key}.hint`, text: hint }] : [])];
    },
    page: (
      { page, entry }: Visit,
      { heading, intro }: { heading: string; intro?: string },
    ): [Said, ...Said[]] => {
      const key = `survey.pages.${page.id}`;
      // Such a heading is the piece of work itself, of which there may be a clip.
      const isTask = page.about === 'task' && entry !== undefined;
      return [
        { key: isTask ? `cards.${entry}` : `${key}.heading`, text: heading },
        ...(intro ? [{ key: `${key}.intro`, text: intro }] : []),
      ];
    },
    welcome: (name: 'heading' | 'what' | 'answers' | 'time' | 'free'): Said => ({
      key: `survey.welcome.${name}`,
      text: t(($) => $.survey.welcome[name]),
    }),
    /** A country or a language by its code. */
    name: (list: 'countries' | 'languages', { code, name }: { code: string; name: string }): Said => ({
      key: `names.${list}.${code}`,
      text: name,
    }),
    /** The words of the shared scale stand once, and so do their clips. */
    option: (question: Question, option: string): Said => ({
      key: wording(question).options?.[option]
        ? `survey.questions.${question}.options.${option}`
        : `survey.skills.${option}`,
      text: optionText(question, option),
    }),
    noAnswer: (): Said => ({ key: 'survey.form.noAnswer', text: t(($) => $.survey.form.noAnswer) }),
    consentNoAnswer: (): Said => ({
      key: 'survey.form.consentNoAnswer',
      text: t(($) => $.survey.form.consentNoAnswer),
    }),
    /** One of the words that every question shares. */
    form: (name: FormWord): Said => ({ key: `survey.form.${name}`, text: t(($) => $.survey.form[name]) }),
    calendar: (name: 'gregorian' | Calendar): Said => ({
      key: `survey.form.calendars.${name}`,
      text: t(($) => $.survey.form.calendars[name]),
    }),
    list: (group: AddedGroup, words: { heading: string; hint: string }): [Said, ...Said[]] => [
      { key: `survey.lists.${group}.heading`, text: words.heading },
      { key: `survey.lists.${group}.hint`, text: words.hint },
    ],
    yes: (): Said => ({ key: 'common.yes', text: t(($) => $.yes) }),
    no: (): Said => ({ key: 'common.no', text: t(($) => $.no) }),
  };
}
