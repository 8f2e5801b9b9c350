import { type Language, languages } from '@kannwas/schema/codes';

/** What build/render.tsx offers; Vite loads it. */
export type Renderer = {
  render: (language: Language, path: string) => Promise<Written>;
  renderMethod: (language: Language) => Promise<Written>;
};
type Written = { title: string; html: string };

/** A document in a language and its direction. */
export function inLanguage(document: string, language: Language): string {
  return document.replace('<html lang="en">', `<html lang="${language}" dir="${languages[language].dir}">`);
}

/** Puts a written page into its document. */
export function filled(document: string, path: string, { title, html }: Written): string {
  return document
    .replace(/<title>[^<]*/, () => `<title>${title}`)
    .replace('<div id="page">', () => `<div id="page" data-path="${path}">${html}`);
}
