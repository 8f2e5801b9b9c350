import { type Language, languages } from '@kannwas/schema/codes';
import { writtenIn } from '../../ui/writing.ts';

/** What a file says to whoever opens it, in one language. */
export type Letter = { language: Language; heading: string; what: string; how: string; apart: string };

/**
 * A page that opens everywhere and explains itself: in the language of the person, and in German for whoever helps. It asks
 * nobody for anything, and its name and its words say nothing about whose it is.
 */
export function fileOf(letters: readonly Letter[], locked: string): Blob {
  const [own] = letters;
  const title = escaped(own?.heading ?? 'Kannwas');
  const attributes = own ? attributesOf(own.language) : 'lang="de"';
  const text = `<!doctype html>
<html ${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>body{max-width:34rem;margin:auto;padding:1.5rem;font:1.25rem/1.6 system-ui,sans-serif;background:#fbf8f1;color:#1d1d1b}section+section{margin-top:2rem;border-top:1px solid #77726a;font-size:1rem}</style>
</head>
<body>
${letters.map(section).join('\n')}
${locked}
</body>
</html>
`;
  return new Blob([text], { type: 'text/html' });
}

function section({ language, heading, what, how, apart }: Letter, place: number): string {
  const level = place === 0 ? 'h1' : 'h2';
  const lines = [what, how, apart].map((line) => `<p>${escaped(line)}</p>`).join('');
  return `<section ${attributesOf(language)}><${level}>${escaped(heading)}</${level}>${lines}</section>`;
}

const attributesOf = (language: Language) =>
  `lang="${writtenIn(language).lang}" dir="${languages[language].dir}"`;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The name of the file: the day, nothing else. */
export const fileName = (day = new Date()) => `kannwas-${day.toISOString().slice(0, 10)}.html`;
