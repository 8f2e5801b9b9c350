import { type Clip, languagesEndpoints, mostBytes } from '@kannwas/schema/languages';
import type { Problem } from '@kannwas/schema/problems';
import { addressOf, ProblemError } from '../../app/call.ts';

type Params = Parameters<typeof addressOf<typeof languagesEndpoints.uploadClip>>[1]['params'];

/**
 * Sends a recording and tells how much of it is on its way, from 0 to 1: `fetch` would not tell. Throws ProblemError when
 * it is refused, without sending what is too large anyway; TypeError when the API cannot be reached.
 */
export async function uploadClip(
  params: Params,
  file: File,
  onProgress: (share: number) => void,
): Promise<Clip> {
  if (file.size > mostBytes) throw new ProblemError(tooLarge);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(languagesEndpoints.uploadClip.method, addressOf(languagesEndpoints.uploadClip, { params }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onerror = () => reject(new TypeError('not reached'));
    request.onload = () => {
      // Our own API answers by the contract; a proxy in between may not.
      if (request.status === 200) resolve(JSON.parse(request.responseText) as Clip);
      else reject(new ProblemError(problemOf(request)));
    };
    request.send(file);
  });
}

const tooLarge: Problem = {
  type: 'about:blank',
  status: 422,
  code: 'invalid',
  fields: [{ path: 'file', code: 'tooLarge' }],
};

function problemOf({ status, responseText }: XMLHttpRequest): Problem {
  try {
    return JSON.parse(responseText) as Problem;
  } catch {
    return status === 413 ? tooLarge : { type: 'about:blank', status, code: 'unexpected' };
  }
}
