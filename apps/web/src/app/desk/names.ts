import { joined, nameOf } from '@kannwas/catalogue/names';
import { occupationGroupLabel, unitGroupLabel } from '@kannwas/catalogue/occupations';
import { ladderIds, ladderOf, rungName, rungText } from '@kannwas/catalogue/schooling/ladders';
import { texts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** The names of codes in one language. A code without a name is shown as it is: never an empty cell. */
export type Names = {
  group: (code: string) => string;
  occupation: (code: string) => string;
  country: (code: string) => string;
  language: (code: string) => string;
  /** A piece of work, a field of work, a school. */
  card: (code: string) => string;
  field: (code: string) => string;
  rung: (code: string) => string;
  join: (parts: string[]) => string;
  /** Codes and names in the alphabetical order of the language. */
  countries: readonly (readonly [string, string])[];
  languages: readonly (readonly [string, string])[];
  cards: readonly (readonly [string, string])[];
  fields: readonly (readonly [string, string])[];
  /** With the country before the school. */
  rungs: readonly (readonly [string, string])[];
};

export const namesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['names', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Names> => {
      const [{ default: groups }, { default: names }, cards, fields, ladders] = await Promise.all([
        texts[language].groups(),
        texts[language].names(),
        texts[language].cards(),
        texts[language].fields(),
        texts[language].ladders(),
      ]);
      const cardNames: Readonly<Record<string, string>> = cards.default;
      const fieldNames: Readonly<Record<string, string>> = fields.default;
      const rungs = ladderIds
        .flatMap((id) => ladderOf(id).rungs)
        .map((rung) => [rung.code, rungName(rungText(rung, ladders.default, language))] as const);
      const rungNames: ReadonlyMap<string, string> = new Map(rungs);
      return {
        group: (code) => occupationGroupLabel(groups, code) ?? code,
        // An occupation that no everyday word leads to is named by its group.
        occupation: (code) =>
          unitGroupLabel(groups, code) ?? occupationGroupLabel(groups, code.slice(0, 2)) ?? code,
        country: (code) => nameOf(names.countries, code) ?? code,
        language: (code) => nameOf(names.languages, code) ?? code,
        card: (code) => cardNames[code] ?? code,
        field: (code) => fieldNames[code] ?? code,
        rung: (code) => rungNames.get(code) ?? code,
        cards: Object.entries(cardNames),
        fields: Object.entries(fieldNames),
        rungs: rungs.map(([code, name]) => {
          const country = nameOf(names.countries, code.split('/')[0] ?? '');
          return [code, country ? `${country}: ${name}` : name];
        }),
        join: (parts) => joined(parts, names.joined),
        countries: Object.entries(names.countries),
        languages: Object.entries(names.languages),
      };
    },
  });

/** The names in the language of the desk. */
export function useNames(): Names {
  const { i18n } = useTranslation();
  return useSuspenseQuery(namesQuery(i18n.language === 'en' ? 'en' : 'de')).data;
}
