import { branchLabel, type OccupationId, unitGroupOf } from '@kannwas/catalogue/occupations';
import { searchIndex, searchOccupations } from '@kannwas/catalogue/search';
import { texts } from '@kannwas/catalogue/texts';
import type { StaffLanguage } from '@kannwas/schema/codes';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Branch, occupationTree } from './tree.ts';

const branchNamesQuery = (language: StaffLanguage) =>
  queryOptions({
    queryKey: ['names', 'branches', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { default: groups } = await texts[language].groups();
      return (code: string) => branchLabel(groups, code) ?? code;
    },
  });

const everydayWordsQuery = (language: StaffLanguage) =>
  queryOptions({
    queryKey: ['names', 'everyday words', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => searchIndex((await texts[language].occupations()).default),
  });

function useDeskLanguage(): StaffLanguage {
  return useTranslation().i18n.language === 'en' ? 'en' : 'de';
}

/** The name of a group of any level, one to four digits; a code that nobody knows is shown as it is. */
export function useBranchNames(): (code: string) => string {
  return useSuspenseQuery(branchNamesQuery(useDeskLanguage())).data;
}

/** So many hits are enough to see that one has to type more. */
const most = 12;

/**
 * Finds groups by any everyday word for the work inside, typos included, and by their own names. What people call
 * their work comes first.
 */
export function useBranchSearch(): (typed: string) => string[] {
  const language = useDeskLanguage();
  const { data: index } = useSuspenseQuery(everydayWordsQuery(language));
  const nameOf = useBranchNames();
  return (typed) => {
    const wanted = typed.trim().toLowerCase();
    const byWord = searchOccupations(index, typed, most).map((id: OccupationId) => unitGroupOf(id));
    const byName = groups.filter((code) => nameOf(code).toLowerCase().includes(wanted));
    return [...new Set([...byWord, ...byName])].slice(0, 2 * most);
  };
}

const groups = flat(occupationTree).filter((code) => code.length < 4);

function flat(branches: readonly Branch[]): string[] {
  return branches.flatMap(({ code, below }) => [code, ...flat(below)]);
}
