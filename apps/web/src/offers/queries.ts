import { offersEndpoints } from '@kannwas/schema/offers';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/call.ts';

export const offersQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['offers', siteId],
    queryFn: async ({ signal }) => (await call(offersEndpoints.list, { params: { siteId }, signal })).offers,
  });
