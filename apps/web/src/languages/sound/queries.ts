import type { Language } from '@kannwas/schema/codes';
import { languagesEndpoints } from '@kannwas/schema/languages';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/call.ts';

export const clipsQuery = (siteId: string, language: Language) =>
  queryOptions({
    queryKey: ['clips', siteId, language],
    queryFn: async ({ signal }) =>
      (await call(languagesEndpoints.clips, { params: { siteId, language }, signal })).texts,
  });
