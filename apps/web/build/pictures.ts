import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { drawings } from '@kannwas/catalogue/drawings';
import { pictureSheets } from '@kannwas/catalogue/pictures';
import { optimize } from 'svgo';
import type { Plugin } from 'vite';
import { words } from '../src/survey/file/words.ts';
import { sheets } from '../src/ui/pictures.ts';

type IconSet = { icons: Record<string, { body: string }>; width?: number; height?: number };
type Wanted = { set: string; pictures: Readonly<Record<string, string>> };

const require = createRequire(import.meta.url);
const iconSets = new Map<string, IconSet>();

const wanted: Record<string, Wanted> = {
  ...sheets,
  // The words that lock a file.
  words: { set: 'fluent-emoji-flat', pictures: words },
  // The catalogue brings its own: fields of work, occupations, task cards.
  ...Object.fromEntries(
    Object.entries(pictureSheets).map(([sheet, pictures]) => [sheet, { set: 'fluent-emoji-flat', pictures }]),
  ),
};

const drawn = Object.entries(wanted).map(([sheet, { set, pictures }]) => ({
  sheet,
  svg: draw(set, pictures),
  names: Object.keys(pictures),
}));

// One hash for all: the many sheets of the catalogue then need no list of addresses on the phone.
const hash = createHash('sha256')
  .update(drawn.map(({ svg }) => svg).join(''))
  .digest('hex')
  .slice(0, 8);
/** The address of a sheet, without the stroke at the beginning. */
export const pathOf = (sheet: string) => `assets/pictures-${sheet}-${hash}.svg`;

export const sheetNames: readonly string[] = Object.keys(wanted);
/** The sheets that questions need before anything of the catalogue is opened. */
export const ownSheets: ReadonlySet<string> = new Set([...Object.keys(sheets), 'fields', 'schools']);

/**
 * Draws each sheet of pictures as one SVG file of symbols and offers their addresses as `virtual:pictures`, with the
 * names on the sheets of `src/ui/pictures.ts`. The addresses are the same in the build, in the prerendered pages, and
 * while developing.
 */
export function pictures(): Plugin {
  const name = 'virtual:pictures';
  return {
    name: 'kannwas-pictures',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const own = drawn.filter(({ sheet }) => sheet in sheets);
      const names = JSON.stringify(Object.fromEntries(own.map((each) => [each.sheet, each.names])));
      const [before, after] = JSON.stringify(`/${pathOf('?')}`).split('?');
      const more = drawn.filter(({ sheet }) => !ownSheets.has(sheet)).map(({ svg }) => compressed(svg));
      const bytes = more.reduce((sum, each) => sum + each, 0);
      return `export const addressOf = (sheet) => ${before}" + sheet + "${after};export const drawnNames = ${names};export const moreBytes = ${bytes};`;
    },
    generateBundle() {
      for (const { sheet, svg } of drawn)
        this.emitFile({ type: 'asset', fileName: pathOf(sheet), source: svg });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = drawn.find(({ sheet }) => request.url === `/${pathOf(sheet)}`);
        if (!found) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(found.svg);
      });
    },
  };
}

/** Near enough to what travels: the best compression takes seconds. */
const compressed = (svg: string) =>
  brotliCompressSync(svg, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

function draw(setName: string, names: Readonly<Record<string, string>>): string {
  const set = iconSet(setName);
  const size = `0 0 ${set.width ?? 16} ${set.height ?? 16}`;
  const symbols = Object.entries(names).map(([meaning, name]) => {
    const body = bodyOf(set, name);
    if (!body)
      throw new Error(
        `There is no picture "${name}" in ${setName}; src/ui/pictures.ts or the catalogue wants it for "${meaning}"`,
      );
    return `<symbol id="${meaning}" viewBox="${size}">${lightened(body)}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/** The same picture in fewer bytes: two decimals of a unit are finer than any screen shows at the size of a card. */
function lightened(body: string): string {
  const { data } = optimize(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`, {
    floatPrecision: 2,
    plugins: [
      'cleanupNumericValues',
      'convertShapeToPath',
      'convertPathData',
      'mergePaths',
      'collapseGroups',
      'convertTransform',
    ],
  });
  return data.replace(/^<svg[^>]*>|<\/svg>$/g, '');
}

/** A picture of the set, or one of ours: `minibus + trailer`, and `motorcycle × 0.6` for a small one, stand on the ground. */
function bodyOf({ icons }: IconSet, name: string): string | undefined {
  const [of = '', trailer] = name.split(' + ');
  const [whole = '', size] = of.split(' × ');
  const own: Readonly<Record<string, string>> = drawings;
  const body = own[whole] ?? icons[whole]?.body;
  if (!body || (!size && !trailer)) return body;
  const scale = trailer ? 0.66 : Number(size);
  // Wheels touch the ground at 30 of 32.
  const place = `${trailer ? 0 : 16 - 16 * scale} ${30 - 30 * scale}`;
  return `<g transform="translate(${place}) scale(${scale})">${body}</g>${trailer ? (own[trailer] ?? '') : ''}`;
}

function iconSet(name: string): IconSet {
  const read = (): IconSet =>
    JSON.parse(readFileSync(require.resolve(`@iconify-json/${name}/icons.json`), 'utf8'));
  const set = iconSets.get(name) ?? read();
  iconSets.set(name, set);
  return set;
}
