import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { languages } from '@kannwas/schema/codes';
import { pages } from '@kannwas/schema/survey/pages';
import type { PassportState } from '@kannwas/schema/survey/passports';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { checkPages } from './check-pages.ts';
import { contentSecurityPolicy, dressAsset, dressDocument } from './headers.ts';

/** Serves the built web app from a folder: files as they are, and every address of a room by its document. */
export async function servePages(
  app: FastifyInstance,
  folder: string,
  checkPaper: (token: string) => Promise<PassportState>,
): Promise<void> {
  const policies = new Map<string, string>();
  const policyOf = (path: string) => {
    const policy =
      policies.get(path) ??
      contentSecurityPolicy(path.endsWith('.html') ? readFileSync(path, 'utf8') : undefined);
    policies.set(path, policy);
    return policy;
  };
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    redirect: false,
    wildcard: false,
    preCompressed: true,
    allowedPath: (path) => !/[.](br|gz)$/.test(path) && path !== '/checks.json',
    setHeaders: (reply, path) =>
      path.includes('/assets/')
        ? dressAsset(reply)
        : dressDocument(reply, policyOf(path.replace(/[.](br|gz)$/, ''))),
  });
  const document = (name: string) => (_: unknown, reply: FastifyReply) => reply.sendFile(name);
  const schema = { hide: true };
  app.get('/', { schema }, document('index.html'));
  // Drafts that an operator can adopt; German law asks for them, so they are German.
  const drafts = await readdir(join(folder, 'de/operator'), { withFileTypes: true });
  for (const { name } of drafts.filter((entry) => entry.isDirectory())) {
    app.get(`/de/operator/${name}`, { schema }, document(`de/operator/${name}/index.html`));
  }
  for (const language of Object.keys(languages)) {
    const first = `/${language}/q/${pages[0].id}`;
    app.get(`/${language}`, { schema }, (_, reply) => reply.redirect(`/${language}/`));
    app.get(`/${language}/`, { schema }, document(`${language}/index.html`));
    app.get(first, { schema }, document(`${first.slice(1)}/index.html`));
    app.get(`/${language}/method`, { schema }, document(`${language}/method/index.html`));
    // The other pages are written by the script; until then their document says "one moment".
    app.get(`/${language}/*`, { schema }, document(`${language}/survey.html`));
  }
  checkPages(app, { folder, checkPaper });
  app.get('/desk', { schema }, (_, reply) => reply.redirect('/desk/'));
  app.get('/desk/*', { schema }, document('desk.html'));
}
