import { surveyTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { noAnswer, type Question } from '@kannwas/schema/survey/questions';
import { Consent, Year } from '@kannwas/schema/survey/questions/kinds';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Names, namesQuery } from '../../app/desk/names.ts';
import { useSite } from '../../app/session.ts';
import type { Row } from './rows.ts';

/** The words of one language for questions and answers: the same that the newcomer saw. */
export type Words = {
  language: Language;
  names: Names;
  label: (question: Question) => string;
  /** Which of several things a row is about; empty for what is asked once. */
  about: (row: Pick<Row, 'about' | 'entry' | 'number'>) => string;
  option: (question: Question, option: string) => string;
  /** An answer as it is read; text of the person comes back exactly as it was typed. */
  answer: (question: Question, value: unknown) => string;
};

type Wording = { label: string; options?: Readonly<Record<string, string>> };
/** That no question is without its text is kept in one place, survey/texts.ts. */
type Asked = { readonly [Q in Question]?: Wording };

const textsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['names', 'survey', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await surveyTexts(language)).default,
  });

/** The words of a language, with the names of codes and of the site's districts. */
export function useWords(language: Language): Words {
  const { data: texts } = useSuspenseQuery(textsQuery(language));
  const { data: names } = useSuspenseQuery(namesQuery(language));
  const { districts } = useSite();
  const asked: Asked = texts.questions;
  const skills: Readonly<Record<string, string>> = texts.skills;
  const option = (question: Question, code: string) =>
    asked[question]?.options?.[code] ?? skills[code] ?? code;

  const codeOf = (question: Question, code: string): string => {
    switch (inputOf(question).kind) {
      case 'country':
        return names.country(code);
      case 'language':
      case 'languages':
        return names.language(code);
      case 'occupation':
        return names.occupation(code);
      case 'district':
        return districts.find((district) => district.code === code)?.name ?? code;
      case 'cards':
        return names.card(code);
      case 'fields':
        return names.field(code);
      case 'rung':
        return names.rung(code);
      case 'text':
      case 'date':
        return code;
      default:
        return option(question, code);
    }
  };

  const answer = (question: Question, value: unknown): string => {
    if (value === noAnswer) return texts.form.noAnswer;
    if (typeof value === 'string') return codeOf(question, value);
    if (Array.isArray(value)) {
      const listed = value.map((code) => codeOf(question, String(code)));
      if (value.length > 0) return names.join(listed);
      return inputOf(question).kind === 'cards' ? texts.form.noneOfThese : texts.form.noOtherLanguages;
    }
    const year = Year.safeParse(value);
    if (year.success) return yearOf(year.data, texts);
    const consent = Consent.safeParse(value);
    if (consent.success) return consent.data.given ? texts.check.consentYes : texts.check.consentNo;
    return texts.check.notSaid;
  };

  return {
    language,
    names,
    label: (question) =>
      question === 'strengthVoice' ? texts.voice.heading : (asked[question]?.label ?? question),
    about: ({ about, entry, number }) => {
      if (about === 'language') return names.language(entry ?? '');
      if (about === 'task') return names.card(entry ?? '');
      if (about === undefined || about === 'step' || number === undefined) return '';
      return texts.lists[about].one.replace('{{number}}', String(number));
    },
    option,
    answer,
  };
}

type Texts = Awaited<ReturnType<typeof surveyTexts>>['default'];

function yearOf({ year, about, said }: Year, { check, form }: Texts): string {
  if (said && 'age' in said) return `${year} (${check.aboutAge.replace('{{age}}', String(said.age))})`;
  const counted = said ? `${year} (${said.year}, ${form.calendars[said.calendar]})` : String(year);
  return about ? check.about.replace('{{year}}', counted) : counted;
}
