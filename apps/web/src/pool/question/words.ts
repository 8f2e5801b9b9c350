import type { PoolDimension } from '@kannwas/schema/pool/grammar';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePlaceNames } from '../../app/desk/place-names.ts';
import type { PoolSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { useBranchNames } from '../occupation/names.ts';
import { placesQuery } from '../queries.ts';
import { conditionsOf, spreadOf } from './question.ts';

/** The words of the pool: for a dimension, for one of its codes, and for a whole question. */
export function usePoolWords() {
  const { t } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  const { data: places = [] } = useQuery(placesQuery(useSite().id));
  const placeName = usePlaceNames(places);
  const branchName = useBranchNames();
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...t(($) => $.codes, { returnObjects: true }),
    german: desk(($) => $.german, { returnObjects: true }),
  };

  const dimensionName = (dimension: PoolDimension) => t(($) => $.dimensions[dimension]);
  const codeName = (dimension: PoolDimension, code: string) => {
    if (dimension === 'occupation') return branchName(code);
    return dimension === 'place' ? placeName(code) : (named[dimension]?.[code] ?? code);
  };
  /** Such as "Cooking · Hettstedt · at least B1". */
  const questionWords = (question: PoolSearch) => {
    const conditions = Object.entries(conditionsOf(question)) as [PoolDimension, string][];
    const by = spreadOf(question).map(dimensionName);
    const spread = by.length === 1 ? t(($) => $.words.spread, { by: by[0] }) : undefined;
    const crossed = by.length > 1 ? t(($) => $.words.crossed, { first: by[0], second: by[1] }) : undefined;
    return [
      ...(conditions.length === 0 ? [t(($) => $.words.everybody)] : []),
      ...conditions.map(([dimension, code]) => {
        const level = codeName(dimension, code);
        return dimension === 'german' ? t(($) => $.words.german, { level }) : level;
      }),
      ...[spread, crossed].filter((part) => part !== undefined),
    ].join(' · ');
  };
  return { places, dimensionName, codeName, questionWords };
}
