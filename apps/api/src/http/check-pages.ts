import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { type PassportState, PassportToken } from '@kannwas/schema/survey/passports';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { daysIn } from '../days.ts';
import { contentSecurityPolicy } from './headers.ts';

type Checking = {
  folder: string;
  checkPaper: (token: string) => Promise<PassportState>;
};

/** Serves what the code on a paper opens: one page for each language, which works without any script. */
export function checkPages(app: FastifyInstance, { folder, checkPaper }: Checking): void {
  const file = join(folder, 'checks.json');
  if (!existsSync(file)) return;
  const templates: Record<Language, string> = JSON.parse(readFileSync(file, 'utf8'));
  const schema = { hide: true };
  // Nobody keeps what may change at any moment, and no search engine learns of papers.
  const guarded = (reply: FastifyReply) =>
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
  app.get<{ Params: { token: string } }>('/p/:token', { schema }, ({ params, headers }, reply) => {
    const language = languageFor(headers['accept-language']);
    return guarded(reply).redirect(`/${language}/p/${encodeURIComponent(params.token)}`);
  });
  for (const language of languageCodes) {
    const dayOf = daysIn(language);
    const policy = contentSecurityPolicy(templates[language]);
    app.get<{ Params: { token: string } }>(`/${language}/p/:token`, { schema }, async ({ params }, reply) => {
      const token = PassportToken.safeParse(params.token).data;
      const paper = token === undefined ? { state: 'unknown' as const } : await checkPaper(token);
      const day = paper.state === 'genuine' ? dayOf(new Date(`${paper.issuedOn}T12:00:00Z`)) : '';
      const page = templates[language]
        .replace(/<section[^>]* data-state="(\w+)".*?<\/section>/gs, (whole, state) =>
          state === paper.state ? whole : '',
        )
        .replaceAll('%DATE%', day)
        .replaceAll('%TOKEN%', token ?? '-');
      return guarded(reply)
        .header('content-security-policy', policy)
        .type('text/html; charset=utf-8')
        .send(page);
    });
  }
}

/** The language that a browser asks for first among ours; German, where papers are read. */
function languageFor(accepted = ''): Language {
  const asked = accepted
    .split(',')
    .map((part) => part.split(';', 1)[0]?.trim().toLowerCase())
    .filter((tag) => tag !== undefined);
  const written = (tag: string) =>
    languageCodes.find((code) => languages[code].locale.toLowerCase() === tag) ??
    languageCodes.find((code) => languages[code].locale === tag.split('-', 1)[0]);
  return asked.map(written).find((code) => code !== undefined) ?? 'de';
}
