import { fileURLToPath } from 'node:url';
import { type Language, languageCodes } from '@kannwas/schema/codes';
import type { Plugin } from 'vite';
import { textFolder } from './languages/files.ts';
import { summaryOf } from './languages/summary.ts';

const rooms = ['common', 'problems', 'survey'];

/** The module with everything that the survey says in a language; one file of the build. */
export const textsOf = (language: Language) => `virtual:newcomer-texts/${language}`;

/**
 * Offers the texts of the survey as `virtual:newcomer-texts`: a file for each language, so that a phone loads its own and no other;
 * and how far each language is translated as `virtual:translations`.
 */
export function texts(): Plugin {
  return {
    name: 'kannwas-texts',
    resolveId: (id) => (/^virtual:(newcomer-texts|translations)/.test(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === '\0virtual:newcomer-texts') {
        const files = languageCodes.map((code) => `'${code}': () => import('${textsOf(code)}')`);
        return `export const newcomerTexts = { ${files.join(', ')} };`;
      }
      if (id === '\0virtual:translations') {
        const summaries = languageCodes.map((code) => [code, summaryOf(code)]);
        return `export const translations = ${JSON.stringify(Object.fromEntries(summaries))};`;
      }
      const language = id.split('/')[1];
      if (!language || id !== `\0virtual:newcomer-texts/${language}`) return undefined;
      const inFolder = (room: string) => fileURLToPath(new URL(`${language}/${room}.json`, textFolder));
      return rooms.map((room) => `export { default as ${room} } from '${inFolder(room)}';`).join('\n');
    },
  };
}
