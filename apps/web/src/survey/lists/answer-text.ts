import { joined } from '@kannwas/catalogue/names';
import { texts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { type Answer, noAnswer, type Question } from '@kannwas/schema/survey/questions';
import type { Consent, Year } from '@kannwas/schema/survey/questions/kinds';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Loaded, useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { useOptionText } from '../texts.ts';
import { loadNamed } from './named.ts';

/** Names by kind of question and code, and how the language joins a list. */
type Names = {
  kinds?: Partial<Record<string, ReadonlyMap<string, string>>>;
  join?: (parts: string[]) => string;
};

/** Loads every name that an answer can contain. Throws when they cannot be fetched. */
export async function loadNames(language: Language): Promise<Names> {
  const [country, languages, district, groups, names, { unitGroupLabel }, fieldNames, rungs, tasks] =
    await Promise.all([
      loadNamed('country', language),
      loadNamed('language', language),
      // Districts are the least: without them the rest can still be read back.
      loadNamed('district', language).catch(() => ({ list: [] })),
      texts[language].groups(),
      texts[language].names(),
      // Carries the codes of all occupations, which nobody needs before the first question.
      import('@kannwas/catalogue/occupations'),
      texts[language].fields(),
      import('./rungs.ts').then(({ loadRungs }) => loadRungs(language)),
      import('./tasks.ts').then(({ loadTasks }) => loadTasks(language)),
    ]);
  const asMap = ({ list }: { list: readonly { code: string; name: string }[] }) =>
    new Map(list.map(({ code, name }) => [code, name]));
  const unitGroups = Object.keys(groups.default.unitGroups).map((code) => ({
    code,
    name: unitGroupLabel(groups.default, code) ?? code,
  }));
  const spoken = asMap(languages);
  const kinds = {
    country: asMap(country),
    language: spoken,
    languages: spoken,
    district: asMap(district),
    occupation: asMap({ list: unitGroups }),
    fields: new Map(Object.entries(fieldNames.default)),
    rung: rungs.names,
    cards: tasks.names,
  };
  return { kinds, join: (parts) => joined(parts, names.default.joined) };
}

/** Loads all names that answers can contain, in the language of the page or another one; none for `null`. */
export function useNames(other?: Language | null): Loaded<Names> {
  const own = useLanguage();
  const language = other === undefined ? own : other;
  return useLoaded(useCallback(async () => (language ? loadNames(language) : {}), [language]));
}

/** Says answers in words; undefined where nothing was said. Without names, codes stay codes. */
export function useAnswerText(
  { kinds = {}, join = (parts) => parts.join(', ') }: Names = {},
  language?: Language,
): (question: Question, answer: Answer | undefined) => string | undefined {
  const { t } = useTranslation('survey', language ? { lng: language } : {});
  const optionText = useOptionText(language);
  return (question, answer) => {
    if (answer === undefined || answer === null || answer === noAnswer) return undefined;
    const { kind } = inputOf(question);
    const named = (code: string) =>
      kinds[kind]?.get(code) ?? (kind === 'choice' || kind === 'several' ? optionText(question, code) : code);
    if (Array.isArray(answer)) {
      if (answer.length === 0)
        return kind === 'cards' ? t(($) => $.form.noneOfThese) : t(($) => $.form.noOtherLanguages);
      return join(answer.map(named));
    }
    if (kind === 'year') {
      const { year, about, said } = answer as Year;
      if (said && 'age' in said) return t(($) => $.check.aboutAge, { age: said.age });
      const counted = said
        ? t(($) => $.check.inCalendar, {
            year,
            said: `${said.year}, ${t(($) => $.form.calendars[said.calendar])}`,
          })
        : String(year);
      return about ? t(($) => $.check.about, { year: counted }) : counted;
    }
    if (kind === 'consent') {
      return (answer as Consent).given ? t(($) => $.check.consentYes) : t(($) => $.check.consentNo);
    }
    if (kind === 'voice') return t(($) => $.voice.kept);
    return named(String(answer));
  };
}
