import { loadStepWords } from '@kannwas/catalogue/steps/words';
import type { StaffLanguage } from '@kannwas/schema/codes';
import { offersEndpoints } from '@kannwas/schema/offers';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/call.ts';

export const stepWordsQuery = (language: StaffLanguage) =>
  queryOptions({
    queryKey: ['names', 'steps', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => loadStepWords(language),
  });

export const currentOffersQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['current-offers', siteId],
    queryFn: async ({ signal }) =>
      (await call(offersEndpoints.current, { params: { siteId }, signal })).offers,
  });
