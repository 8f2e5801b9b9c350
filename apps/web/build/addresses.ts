import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import type { Plugin, ViteDevServer } from 'vite';
import { type Draft, drafts } from '../src/operator/drafts.ts';
import { elsewhere } from '../src/survey/device/leave.ts';
import { attributesOf, filled, inLanguage, type Renderer } from './document.ts';
import { renderDraft } from './operator.ts';

const code = `^/(${languageCodes.join('|')})`;
const surveyAddress = new RegExp(`${code}(/|$)`);
const methodAddress = new RegExp(`${code}/method$`);
const draftAddress = new RegExp(`^/de/operator/(${drafts.join('|')})$`);

/** The document that answers an address; undefined for files and for the API. */
function documentOf(path: string): string | undefined {
  if (path === '/') return '/index.html';
  if (methodAddress.test(path) || draftAddress.test(path)) return '/method.html';
  if (surveyAddress.test(path)) return '/survey.html';
  if (/^\/desk(\/|$)/.test(path)) return '/desk.html';
  return undefined;
}

/** While developing, answers every address of the survey and of the desk with its document, as the API does with the build. */
export function addresses(): Plugin {
  return {
    name: 'kannwas-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        request.url = documentOf(pathname) ?? request.url ?? '/';
        next();
      });
    },
    transformIndexHtml: (html, { server, originalUrl = '' }) => {
      const { pathname } = new URL(originalUrl, 'http://localhost');
      if (server && methodAddress.test(pathname)) return methodPage(html, server, pathname);
      const draft = drafts.find((name) => pathname === `/de/operator/${name}`);
      if (server && draft) return draftPage(html, draft);
      return html.replace('<!-- languages -->', listOfLanguages()).replace('%ELSEWHERE%', elsewhere);
    },
  };
}

/** Each language in its own name and script, as links that work before any script. */
function listOfLanguages(): string {
  return languageCodes
    .map((code) => `<li><a href="/${code}/" ${attributesOf(code)}>${languages[code].name}</a></li>`)
    .join('\n');
}

/** The build writes the method page beforehand; while developing it is written when asked for. */
async function methodPage(html: string, server: ViteDevServer, path: string): Promise<string> {
  const language = path.split('/')[1] as Language;
  const { renderMethod } = (await server.ssrLoadModule('/build/render.tsx')) as Renderer;
  return filled(inLanguage(html, language), path, await renderMethod(language));
}

async function draftPage(html: string, draft: Draft): Promise<string> {
  return filled(inLanguage(html, 'de'), `/de/operator/${draft}`, await renderDraft(draft));
}
