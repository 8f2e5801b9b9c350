import type { Language } from '@kannwas/schema/codes';
import type { Response } from '@kannwas/schema/survey/endpoints';
import { fold } from '@kannwas/schema/survey/fold';
import type { PassportForm } from '@kannwas/schema/survey/passports';
import { said } from '@kannwas/schema/survey/questions';
import type { FastifyReply } from 'fastify';
import type { Db, Tx } from '../../db/database.ts';
import { ProblemError } from '../../problem.ts';
import { getSite } from '../../sites/store.ts';
import { composePaper } from './compose.ts';
import { issuePassport } from './store.ts';

type Wanted = {
  form: PassportForm;
  language: Language;
  /** The address under which people open this instance: what the paper says must work from anywhere. */
  address: string;
};

/**
 * Makes a paper from a response, as it stands now, and notes down that there is one.
 * @throws ProblemError consentNeeded when the person does not want a result of their own
 */
export async function makePassport(
  db: Db | Tx,
  { siteId, responseId, events }: Response,
  { form, language, address }: Wanted,
): Promise<Uint8Array> {
  const { answers, conflicts } = fold(events);
  const isWanted = said(answers, 'consentResult')?.given === true && !conflicts.includes('consentResult');
  if (!isWanted) throw new ProblemError('consentNeeded');
  const site = await getSite(db, siteId);
  const { token, issuedAt } = await issuePassport(db, { siteId, responseId }, form);
  const url = new URL(`/p/${token}`, address).href;
  const paper = await composePaper({ site, events, form, language, issuedAt, url });
  // The compiler is large; a server of which nobody wants a paper need not load it.
  const { print } = await import('./press.ts');
  return print(paper);
}

/** Sends a paper as a file; nobody on the way keeps it. */
export function sendPassport(reply: FastifyReply, form: PassportForm, pdf: Uint8Array): FastifyReply {
  return reply
    .type('application/pdf')
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="passport-${form}.pdf"`)
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
}
