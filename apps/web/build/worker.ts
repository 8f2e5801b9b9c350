import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { languageCodes } from '@kannwas/schema/codes';
import { pages } from '@kannwas/schema/survey/pages';
import { build } from 'vite';
import { ownSheets, pathOf, sheetNames } from './pictures.ts';

/** The part of Vite's manifest that is read: the files of a chunk by its source. */
export type Manifest = Record<string, { file: string; css?: string[] }>;

type File = [address: string, integrity?: string];

/**
 * Writes the service worker with the lists of files that belong together. Comes last: it needs every document as it is.
 * @param more scripts that Vite does not know
 */
export async function writeWorker(dist: string, manifest: Manifest, more: readonly string[]): Promise<void> {
  const groups: Record<string, File[]> = {
    core: [
      ...scripts(manifest, (source) => isShared(source) || isGermanName(source)),
      ...more.map((file): File => [`/${file}`]),
      ...(await document(dist, '/', 'index.html')),
      ...sheets(true),
    ],
    pictures: sheets(false),
  };
  for (const language of languageCodes) {
    groups[language] = [
      ...scripts(manifest, (source) => languageOf(source) === language),
      ...(await documentsOf(dist, language)),
    ];
  }
  const list = JSON.stringify(groups);
  await build({
    configFile: false,
    logLevel: 'error',
    define: {
      GROUPS: list,
      VERSION: JSON.stringify(createHash('sha256').update(list).digest('hex').slice(0, 12)),
      FIRST: JSON.stringify(pages[0].id),
    },
    build: {
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: fileURLToPath(new URL('../src/worker/worker.ts', import.meta.url)),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'worker.js',
      },
    },
  });
}

/** The language that a module brings the texts of. */
function languageOf(source: string): string | undefined {
  return /(?:languages|newcomer-texts)\/([\w-]+)/.exec(source)?.[1];
}

/** What an occupation is called in Germany is said in every language: offices ask for it. */
const isGermanName = (source: string) => /languages\/de\/(?:crafts|groups|recognition)\.json$/.test(source);

const isShared = (source: string) => !languageCodes.some((language) => language === languageOf(source));

function scripts(manifest: Manifest, isMeant: (source: string) => boolean): File[] {
  const chunks = Object.entries(manifest).filter(([source]) => isMeant(source));
  const files = chunks.flatMap(([, { file, css = [] }]) => [file, ...css]);
  return [...new Set(files)].filter((file) => /\.(js|css)$/.test(file)).map((file) => [`/${file}`]);
}

/** The small sheets of the questions are everybody's; those of single occupations and tasks are for who wants them. */
function sheets(own: boolean): File[] {
  return sheetNames.filter((sheet) => ownSheets.has(sheet) === own).map((sheet) => [`/${pathOf(sheet)}`]);
}

async function documentsOf(dist: string, language: string): Promise<File[]> {
  const first = `${language}/q/${pages[0].id}`;
  return [
    ...(await document(dist, `/${language}/`, `${language}/index.html`)),
    ...(await document(dist, `/${first}`, `${first}/index.html`)),
    ...(await document(dist, `/${language}/method`, `${language}/method/index.html`)),
    ...(await document(dist, `/${language}/survey.html`, `${language}/survey.html`)),
  ];
}

async function document(dist: string, address: string, file: string): Promise<File[]> {
  const hash = createHash('sha256')
    .update(await readFile(dist + file))
    .digest('base64');
  return [[address, `sha256-${hash}`]];
}
