import type { Language } from '@kannwas/schema/codes';
import type { Endpoint } from '@kannwas/schema/endpoint';
import type { ProblemCode } from '@kannwas/schema/problems';
import { type CopyKind, copiesEndpoints } from '@kannwas/schema/survey/copies';
import { type PassportForm, passportsEndpoints } from '@kannwas/schema/survey/passports';
import { addressOf, ProblemError } from '../../app/call.ts';
import type { KeptResponse } from '../phone/kept.ts';

/** Where the response is on the server; undefined until its first answer has arrived there. */
export function paramsOf({ siteId, responseId, started }: KeptResponse) {
  return started && siteId ? { siteId, responseId } : undefined;
}

type Wanted = { endpoint: Endpoint; address: string; code: string; body?: object };

/** Fetches a file that only the holder of the code gets. Throws ProblemError, or TypeError without a network. */
async function fetchFile({ endpoint, address, code, body }: Wanted): Promise<Blob> {
  const answer = await fetch(address, {
    method: endpoint.method,
    headers: {
      authorization: `Bearer ${code}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return answer.blob();
  const problem: { code?: ProblemCode } = await answer.json().catch(() => ({}));
  throw new ProblemError({
    type: 'about:blank',
    status: answer.status,
    code: problem.code ?? 'unexpected',
  });
}

type Own = { params: { siteId: string; responseId: string }; code: string };

/** Has a paper made on the server. */
export function fetchPaper({ params, code }: Own, form: PassportForm, language: Language): Promise<Blob> {
  const endpoint = passportsEndpoints.make;
  return fetchFile({ endpoint, address: addressOf(endpoint, { params }), code, body: { form, language } });
}

/** Fetches the answers as a file for another program. */
export function fetchCopy({ params, code }: Own, copy: CopyKind): Promise<Blob> {
  const endpoint = copiesEndpoints.get;
  return fetchFile({ endpoint, address: addressOf(endpoint, { params: { ...params, copy } }), code });
}
