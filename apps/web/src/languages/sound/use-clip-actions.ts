import type { Language } from '@kannwas/schema/codes';
import { languagesEndpoints, type SpokenText } from '@kannwas/schema/languages';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/call.ts';
import { useSite } from '../../app/session.ts';
import { clipsQuery } from './queries.ts';

/** Publishes and removes clips of a text; the list is read anew in any case, since somebody else may have changed it. */
export function useClipActions({ key: textKey }: SpokenText, language: Language) {
  const client = useQueryClient();
  const { id: siteId } = useSite();
  const onSettled = () => client.invalidateQueries(clipsQuery(siteId, language));
  const params = (sha256: string) => ({ params: { siteId, language, textKey, sha256 } });
  const publishing = useMutation({
    mutationFn: (sha256: string) => call(languagesEndpoints.publishClip, params(sha256)),
    onSettled,
  });
  const removing = useMutation({
    mutationFn: (sha256: string) => call(languagesEndpoints.removeClip, params(sha256)),
    onSettled,
  });
  return {
    publish: (sha256: string) => publishing.mutate(sha256),
    remove: (sha256: string) => removing.mutate(sha256),
    error: publishing.error ?? removing.error,
  };
}
