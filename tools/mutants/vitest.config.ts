import path from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { isSource, withMarks } from './conditions.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Each of our own sources is run with a mark at each condition on the tenant. */
const marks: Plugin = {
  name: 'marks',
  enforce: 'pre',
  transform(text, id) {
    const file = path.relative(root, id.split('?')[0]!);
    return isSource(file) ? { code: withMarks(file, text), map: null } : undefined;
  },
};

/** As the specs are run otherwise (`vitest.config.ts`). */
export default defineConfig({
  root,
  plugins: [marks],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    name: 'mutants',
    include: ['libs/**/*.spec.ts', 'apps/**/*.spec.ts', 'tools/**/*.spec.ts'],
    environment: 'node',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['./tools/testing/global-database.ts'],
    setupFiles: ['./tools/testing/named-tenants.ts', './tools/mutants/take-out.ts'],
  },
});
