import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const journeys = {
  include: ['tests/journeys/**/*.test.ts'],
  globalSetup: 'tests/support/databases.ts',
  // Some start and stop the whole program several times.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  root,
  test: {
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    // Each file has a database of its own; to load the program anew for each as well would take as long as the stories.
    isolate: false,
    projects: [
      {
        root,
        test: {
          name: 'rules',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'tests/{structure,locales,disclosure}/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      { root, test: { ...journeys, name: 'pglite', env: { ENGINE: 'pglite' } } },
      { root, test: { ...journeys, name: 'postgres', env: { ENGINE: 'postgres' } } },
      {
        root,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'pages',
          include: ['tests/pages/**/*.test.ts'],
          globalSetup: ['tests/support/databases.ts', 'tests/support/web.ts'],
          env: { ENGINE: 'pglite' },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
