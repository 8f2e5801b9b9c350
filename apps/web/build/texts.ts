import { fileURLToPath } from 'node:url';
import { type Language, languageCodes } from '@kannwas/schema/codes';
import type { Plugin } from 'vite';

const folder = fileURLToPath(new URL('../../../packages/catalogue/src/languages/', import.meta.url));
const rooms = ['common', 'problems', 'survey'];

/** The module with everything that the survey says in a language; one file of the build. */
export const textsOf = (language: Language) => `virtual:newcomer-texts/${language}`;

/** Offers the texts of the survey as `virtual:newcomer-texts`: a file for each language, so that a phone loads its own and no other. */
export function texts(): Plugin {
  const all = '\0virtual:newcomer-texts';
  return {
    name: 'kannwas-texts',
    resolveId: (id) => (`\0${id}`.startsWith(all) ? `\0${id}` : undefined),
    load(id) {
      if (id === all) {
        const files = languageCodes.map((code) => `'${code}': () => import('${textsOf(code)}')`);
        return `export const newcomerTexts = { ${files.join(', ')} };`;
      }
      if (!id.startsWith(all)) return undefined;
      const language = id.slice(all.length + 1);
      const lines = rooms.map(
        (room) => `export { default as ${room} } from '${folder}${language}/${room}.json';`,
      );
      return lines.join('\n');
    },
  };
}
