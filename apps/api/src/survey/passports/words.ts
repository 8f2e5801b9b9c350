import { joined, nameOf } from '@kannwas/catalogue/names';
import { unitGroupLabel } from '@kannwas/catalogue/occupations';
import { type LadderTexts, rungOf, rungText } from '@kannwas/catalogue/schooling/ladders';
import { surveyTexts, texts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import type { Site } from '@kannwas/schema/sites';
import { inputOf } from '@kannwas/schema/survey/inputs';
import type { Visit } from '@kannwas/schema/survey/journey';
import { noAnswer, type Question } from '@kannwas/schema/survey/questions';
import { Year } from '@kannwas/schema/survey/questions/kinds';
import { daysIn } from '../../days.ts';
import { filled, isolated } from './isolated.ts';

export type Words = Awaited<ReturnType<typeof load>>;

const loaded = new Map<Language, Promise<Words>>();

/** The words of one language for what was asked and said: the same that the newcomer saw. Loaded once. */
export function wordsIn(language: Language): Promise<Words> {
  const words = loaded.get(language) ?? load(language);
  loaded.set(language, words);
  return words;
}

type Asked = { readonly [Q in Question]?: { label: string; options?: Readonly<Record<string, string>> } };
type Districts = Site['districts'];

async function load(language: Language) {
  const { default: survey } = await surveyTexts(language);
  const { default: passport } = await texts[language].passport();
  const { default: recognition } = await texts[language].recognition();
  const names = await namesIn(language);
  const asked: Asked = survey.questions;
  const skills: Readonly<Record<string, string>> = survey.skills;
  const pages: Readonly<Record<string, { heading: string }>> = survey.pages;

  const codeIn = (question: Question, code: string, districts: Districts): string => {
    const { kind } = inputOf(question);
    if (kind === 'district') return districts.find((one) => one.code === code)?.name ?? code;
    if (kind === 'choice' || kind === 'several')
      return asked[question]?.options?.[code] ?? skills[code] ?? code;
    return names.of[kind]?.(code) ?? code;
  };

  const year = ({ year, about, said }: Year): string => {
    if (said && 'age' in said) return `${year} (${filled(survey.check.aboutAge, { age: said.age })})`;
    const counted = said ? `${year} (${said.year}, ${survey.form.calendars[said.calendar]})` : String(year);
    return about ? filled(survey.check.about, { year: counted }) : counted;
  };

  return {
    language,
    survey,
    paper: passport.paper,
    recognition,
    list: names.list,
    day: names.day,
    spoken: (code: string) => names.of.language?.(code) ?? code,
    task: (code: string) => names.of.cards?.(code) ?? code,
    country: (code: string) => names.of.country?.(code) ?? code,
    occupation: (code: string) => names.of.occupation?.(code) ?? code,
    label: (question: Question): string => asked[question]?.label ?? question,
    /** An answer as it is read; undefined where nothing was said that can stand on paper, such as a recording. */
    answer: (question: Question, value: unknown, districts: Districts): string | undefined => {
      if (value === null || value === undefined || value === noAnswer) return undefined;
      if (typeof value === 'string') return codeIn(question, value, districts);
      if (Array.isArray(value)) {
        if (value.length === 0) return undefined;
        return names.list(value.map((code) => codeIn(question, String(code), districts)));
      }
      const asYear = Year.safeParse(value);
      return asYear.success ? year(asYear.data) : undefined;
    },
    /** What a page about several questions, or about one of several things, is called. */
    heading: ({ page, entry = '' }: Visit): string | undefined => {
      const heading = pages[page.id]?.heading;
      const name = names.of[page.about === 'task' ? 'cards' : 'language']?.(entry) ?? entry;
      return heading && filled(heading, { language: name, task: name });
    },
  };
}

type NamesOf = { readonly [kind: string]: ((code: string) => string | undefined) | undefined };

/** The names of codes by the kind of question that has them for answers. */
async function namesIn(language: Language) {
  const { default: names } = await texts[language].names();
  const { default: groups } = await texts[language].groups();
  const { default: cards } = await texts[language].cards();
  const { default: fields } = await texts[language].fields();
  const { default: ladders } = await texts[language].ladders();
  const spoken = (code: string) => nameOf(names.languages, code);
  const day = daysIn(language);
  const of: NamesOf = {
    country: (code) => nameOf(names.countries, code),
    language: spoken,
    languages: spoken,
    occupation: (code) => unitGroupLabel(groups, code),
    cards: (code) => nameOf(cards, code),
    fields: (code) => nameOf(fields, code),
    rung: (code) => rungIn(language, ladders, code),
    date: (code) => day(new Date(code)),
  };
  return {
    of,
    list: (parts: readonly string[]) => joined(parts.map(isolated), names.joined),
    day,
  };
}

function rungIn(language: Language, ladders: LadderTexts, code: string): string | undefined {
  const rung = rungOf(code);
  const { native, meaning } = rung ? rungText(rung, ladders, language) : {};
  return native ? `${isolated(native.text)} – ${meaning}` : meaning;
}
