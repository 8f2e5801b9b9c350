import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { addresses } from './build/addresses.ts';
import { chunks } from './build/first-chunk.ts';
import { pictures } from './build/pictures.ts';
import { texts } from './build/texts.ts';
import { typefaces } from './build/typefaces.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// Written for React, sent to phones with Preact in its place: 48 kB less before the first question.
const preact = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
];

// `pnpm dev` serves all documents; the build makes the desk first and then, with `--mode survey`, what phones get, so
// that nothing of the desk travels along.
export default defineConfig(({ command, mode }) => {
  const forPhones = command === 'build' && mode === 'survey';
  // Tests build too, under their own NODE_ENV; what people get is the same everywhere.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: here('.'),
    appType: 'mpa',
    plugins: [react(), pictures(), texts(), typefaces(), addresses()],
    resolve: forPhones ? { alias: preact } : {},
    build: {
      outDir: 'dist',
      emptyOutDir: !forPhones,
      // Files inside files would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read and removed by build/prerender.ts.
      manifest: forPhones,
      rolldownOptions: {
        ...(forPhones && {
          output: {
            codeSplitting: { groups: chunks(here('src/survey.tsx'), here('src/survey/rest/rest.ts')) },
          },
        }),
        input: (forPhones ? ['index.html', 'survey.html', 'method.html'] : ['desk.html']).map(here),
      },
    },
  };
});
