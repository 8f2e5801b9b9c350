import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { sheets } from '../src/ui/pictures.ts';

type IconSet = { icons: Record<string, { body: string }>; width?: number; height?: number };

const require = createRequire(import.meta.url);
const sets = new Map<string, IconSet>();
const files = Object.fromEntries(
  Object.entries(sheets).map(([sheet, { set, pictures }]) => {
    const svg = sheetOf(set, pictures);
    const hash = createHash('sha256').update(svg).digest('hex').slice(0, 8);
    return [sheet, { path: `assets/pictures-${sheet}-${hash}.svg`, svg }];
  }),
);

/**
 * Draws each sheet of pictures as one SVG file of symbols and offers their addresses as `virtual:pictures`. The
 * addresses are the same in the build, in the prerendered pages, and while developing.
 */
export function pictures(): Plugin {
  const name = 'virtual:pictures';
  return {
    name: 'kannwas-pictures',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const paths = Object.entries(files).map(([sheet, { path }]) => [sheet, `/${path}`]);
      return `export const sheetAddress = ${JSON.stringify(Object.fromEntries(paths))};`;
    },
    generateBundle() {
      for (const { path, svg } of Object.values(files)) {
        this.emitFile({ type: 'asset', fileName: path, source: svg });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = Object.values(files).find(({ path }) => request.url === `/${path}`);
        if (!file) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(file.svg);
      });
    },
  };
}

function sheetOf(setName: string, names: Record<string, string>): string {
  const set =
    sets.get(setName) ??
    (JSON.parse(readFileSync(require.resolve(`@iconify-json/${setName}/icons.json`), 'utf8')) as IconSet);
  sets.set(setName, set);
  const size = `0 0 ${set.width ?? 16} ${set.height ?? 16}`;
  const symbols = Object.entries(names).map(([meaning, name]) => {
    const icon = set.icons[name];
    if (!icon)
      throw new Error(
        `There is no picture "${name}" in ${setName} (wanted for "${meaning}" in src/ui/pictures.ts)`,
      );
    return `<symbol id="${meaning}" viewBox="${size}">${icon.body}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}
