import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { addresses } from './build/addresses.ts';
import { pictures } from './build/pictures.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// Three documents: the list of languages, the newcomer's survey, and the staff's desk. They share chunks only where
// they use the same code, so that nothing of the desk travels to a newcomer's phone.
const documents = ['index.html', 'survey.html', 'desk.html'].map(here).filter((file) => existsSync(file));

export default defineConfig({
  root: here('.'),
  appType: 'mpa',
  plugins: [react(), pictures(), addresses()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Files inside files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: documents },
  },
});
