import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Language, languages, type Script } from '@kannwas/schema/codes';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

type Face = { from: string; letters: string };
/** A script, or the few letters of one that many phones lack, for where only the name of its language stands. */
type Part = Script | 'names';
type Cut = { path: string; letters: string; file: Buffer };

const require = createRequire(import.meta.url);
const cache = new URL('../../../node_modules/.cache/kannwas-typefaces/', import.meta.url);

/** Typefaces and the letters that our languages take from them, as CSS writes ranges. */
const faces: Record<Part, Face[]> = {
  latin: [
    {
      from: 'noto-sans/files/noto-sans-latin-wght-normal',
      letters: 'U+20-7E, U+A0-FF, U+131, U+152-153, U+2010-2027, U+2030-203A, U+20AC, U+2212',
    },
    {
      from: 'noto-sans/files/noto-sans-latin-ext-wght-normal',
      letters: 'U+100-130, U+132-151, U+154-17F, U+218-21B, U+1E9E',
    },
  ],
  cyrillic: [
    {
      from: 'noto-sans/files/noto-sans-cyrillic-wght-normal',
      letters: 'U+301, U+400-45F, U+490-491, U+2116',
    },
  ],
  arabic: [
    {
      from: 'vazirmatn/files/vazirmatn-arabic-wght-normal',
      letters: 'U+600-6FF, U+200C-200D, U+FDF2, U+FDFC',
    },
  ],
  ethiopic: [
    {
      from: 'noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal',
      letters: 'U+1200-1357, U+135D-137C',
    },
  ],
  names: [
    // The name of the language, and the two letters by which the question about alphabets shows this one.
    {
      from: 'noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal',
      letters: 'U+1200, U+1208, U+122D, U+1275, U+129B, U+130D',
    },
  ],
};

const cut = new Map<Part, Promise<Cut[]>>();

/** The faces of a script, cut down to its letters and to the weights from regular to bold. */
function cutOf(part: Part): Promise<Cut[]> {
  const done = cut.get(part) ?? Promise.all(faces[part].map((face) => cutOne(part, face)));
  cut.set(part, done);
  return done;
}

async function cutOne(part: Part, { from, letters }: Face): Promise<Cut> {
  const whole = await readFile(require.resolve(`@fontsource-variable/${from}.woff2`));
  const hash = createHash('sha256').update(whole).update(letters).digest('hex').slice(0, 8);
  const name = `typeface-${part}-${hash}.woff2`;
  return { path: `assets/${name}`, letters, file: await kept(name, () => cutTo(whole, letters)) };
}

function cutTo(whole: Buffer, letters: string): Promise<Buffer> {
  const weights = { wght: { min: 400, max: 700 } };
  return subsetFont(whole, lettersIn(letters), { targetFormat: 'woff2', variationAxes: weights });
}

/** Cutting takes a second or two, and a build asks twice. */
async function kept(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const file = new URL(name, cache);
  const found = await readFile(file).catch(() => undefined);
  if (found) return found;
  const made = await make();
  await mkdir(cache, { recursive: true });
  // Moved into place, so that nobody ever reads half a file.
  const own = new URL(`${name}.${process.pid}`, cache);
  await writeFile(own, made);
  await rename(own, file);
  return made;
}

function lettersIn(ranges: string): string {
  return [...ranges.matchAll(/U\+(\w+)(?:-(\w+))?/g)]
    .flatMap(([, first = '', last = first]) => {
      const start = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - start + 1 }, (_, at) => start + at);
    })
    .map((letter) => String.fromCodePoint(letter))
    .join('');
}

/** The faces that a page in a language needs, as CSS. Digits, codes, and places are in Latin letters everywhere. */
export const faceRules = (language: Language): Promise<string> =>
  rulesFor(['names', 'latin', languages[language].script]);

/** The faces that the list of languages needs. */
export const nameRules = (): Promise<string> => rulesFor(['names']);

async function rulesFor(parts: readonly Part[]): Promise<string> {
  const needed = [...new Set(parts)];
  const cuts = (await Promise.all(needed.map(cutOf))).flat();
  return cuts
    .map(
      ({ path, letters }) =>
        `@font-face{font-family:Kannwas;font-weight:400 700;font-display:swap;src:url(/${path});unicode-range:${letters}}`,
    )
    .join('');
}

/** Offers the typefaces by script as `virtual:typefaces`, under addresses that are the same in build and prerendered pages. */
export function typefaces(): Plugin {
  const name = 'virtual:typefaces';
  const parts = Object.keys(faces) as Part[];
  return {
    name: 'kannwas-typefaces',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const offered = await Promise.all(
        parts.map(async (part) => {
          const cuts = await cutOf(part);
          return [part, cuts.map(({ path, letters }) => ({ address: `/${path}`, letters }))];
        }),
      );
      return `export const typefaces = ${JSON.stringify(Object.fromEntries(offered))};`;
    },
    async generateBundle() {
      for (const { path, file } of (await Promise.all(cut.values())).flat())
        this.emitFile({ type: 'asset', fileName: path, source: file });
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const made = (await Promise.all(cut.values())).flat();
        const found = made.find(({ path }) => request.url === `/${path}`);
        if (!found) return next();
        response.setHeader('content-type', 'font/woff2');
        response.end(found.file);
      });
    },
  };
}
