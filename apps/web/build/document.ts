import type { Language } from '@kannwas/schema/codes';
import { writtenIn } from '../src/ui/writing.ts';

/** What build/render.tsx offers; Vite loads it. */
export type Renderer = {
  render: (language: Language, path: string) => Promise<Written>;
  renderMethod: (language: Language) => Promise<Written>;
  renderPaperCheck: (language: Language) => Promise<Written>;
};
type Written = { title: string; html: string };

/** The attributes of an element whose words are in a language. */
export function attributesOf(language: Language): string {
  return Object.entries(writtenIn(language))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

/** A document in a language and its direction. */
export function inLanguage(document: string, language: Language): string {
  return document.replace('<html lang="en">', `<html ${attributesOf(language)}>`);
}

/** Puts a written page into its document. */
export function filled(document: string, path: string, { title, html }: Written): string {
  return document
    .replace(/<title>[^<]*/, () => `<title>${title}`)
    .replace('<div id="page">', () => `<div id="page" data-path="${path}">${html}`);
}
