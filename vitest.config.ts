import { defineConfig } from 'vitest/config';

/** Libraries are tested from their sources; nothing needs to be built first. */
const fromSource = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...fromSource,
        test: {
          name: 'specs',
          include: ['libs/**/*.spec.ts', 'apps/api/**/*.spec.ts', 'apps/console/**/*.spec.ts', 'tools/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          globalSetup: ['./tools/testing/global-database.ts'],
        },
      },
    ],
  },
});
