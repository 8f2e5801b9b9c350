import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fields } from '@kannwas/catalogue/fields';
import type { Plugin } from 'vite';
import { sheets } from '../src/ui/pictures.ts';

type IconSet = { icons: Record<string, { body: string }>; width?: number; height?: number };
type Wanted = { set: string; pictures: Readonly<Record<string, string>> };

const require = createRequire(import.meta.url);
const iconSets = new Map<string, IconSet>();

const wanted: Record<string, Wanted> = {
  ...sheets,
  // Fields of work bring their pictures along from the catalogue.
  fields: {
    set: 'fluent-emoji-flat',
    pictures: Object.fromEntries(fields.map((field) => [field.id, field.picture])),
  },
};

const drawn = Object.entries(wanted).map(([sheet, { set, pictures }]) => {
  const svg = draw(set, pictures);
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 8);
  return { sheet, svg, path: `assets/pictures-${sheet}-${hash}.svg`, names: Object.keys(pictures) };
});

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
      const offered = drawn.map(({ sheet, path, names }) => [sheet, { address: `/${path}`, names }]);
      return `export const drawnSheets = ${JSON.stringify(Object.fromEntries(offered))};`;
    },
    generateBundle() {
      for (const { path, svg } of drawn) this.emitFile({ type: 'asset', fileName: path, source: svg });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = drawn.find(({ path }) => request.url === `/${path}`);
        if (!found) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(found.svg);
      });
    },
  };
}

function draw(setName: string, names: Readonly<Record<string, string>>): string {
  const set = iconSet(setName);
  const size = `0 0 ${set.width ?? 16} ${set.height ?? 16}`;
  const symbols = Object.entries(names).map(([meaning, name]) => {
    const icon = set.icons[name];
    if (!icon)
      throw new Error(
        `There is no picture "${name}" in ${setName}; src/ui/pictures.ts wants it for "${meaning}"`,
      );
    return `<symbol id="${meaning}" viewBox="${size}">${icon.body}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

function iconSet(name: string): IconSet {
  const read = (): IconSet =>
    JSON.parse(readFileSync(require.resolve(`@iconify-json/${name}/icons.json`), 'utf8'));
  const set = iconSets.get(name) ?? read();
  iconSets.set(name, set);
  return set;
}
