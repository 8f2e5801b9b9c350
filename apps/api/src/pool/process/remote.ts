import { type ProblemCode, problems } from '@kannwas/schema/problems';
import * as z from 'zod';
import { ProblemError } from '../../problem.ts';
import type { Secrets } from '../../secrets.ts';
import type { Answered } from '../engine/answer.ts';
import type { Engine } from '../engine/engine.ts';
import { Answer, answerUrl, type Wanted } from './contract.ts';
import { processKey } from './key.ts';

/** So long a question may take, in milliseconds: loading millions of people takes seconds. */
const patience = 60_000;

/** An engine that lives in the pool's own process. @throws ProblemError as it does, overloaded while it is away */
export function remoteEngine(url: string, secrets: Secrets): Engine {
  const address = new URL(answerUrl, url);
  const headers = { authorization: `Bearer ${processKey(secrets)}`, 'content-type': 'application/json' };

  async function answer(wanted: Wanted): Promise<Answered> {
    const reply = await fetch(address, {
      method: 'POST',
      headers,
      body: JSON.stringify(wanted),
      signal: AbortSignal.timeout(patience),
    }).catch(() => {
      throw new ProblemError('overloaded');
    });
    const body: unknown = await reply.json();
    if (reply.ok) return Answer.parse(body);
    if (reply.status === problems.notAllowed) {
      throw new Error("The pool's own process has another SECRET_KEY than this one.");
    }
    const { code, fields } = Refusal.parse(body);
    throw new ProblemError(code, fields);
  }

  return {
    answer: (siteId, query) => answer({ table: 'question', siteId, query }),
    answerCoverage: (siteId) => answer({ table: 'coverage', siteId }),
    answerBoard: (siteId) => answer({ table: 'board', siteId }),
  };
}

const Refusal = z.object({
  code: z.custom<ProblemCode>((code) => typeof code === 'string' && code in problems),
  fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
});
