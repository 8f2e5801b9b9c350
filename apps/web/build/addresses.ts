import { languages } from '@kannwas/schema/codes';
import type { Plugin } from 'vite';

const surveyAddress = new RegExp(`^/(${Object.keys(languages).join('|')})(/|$)`);

/** The document that answers an address; undefined for files and for the API. */
function documentOf(path: string): string | undefined {
  if (path === '/') return '/index.html';
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
    transformIndexHtml: (html) => html.replace('<!-- languages -->', listOfLanguages()),
  };
}

/** Each language in its own name and script, as links that work before any script. */
function listOfLanguages(): string {
  return Object.entries(languages)
    .map(
      ([code, { name, dir }]) =>
        `<li><a href="/${code}/" lang="${code}" dir="${dir}" hreflang="${code}">${name}</a></li>`,
    )
    .join('\n');
}
