import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What is waited for comes within a second, but not on a busy machine. */
const patient = { poll: { timeout: 10_000 } };

/** Libraries are tested from their sources; only the engine's reader processes and the running product are built. */
const fromSource = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

const endToEnd = (name: string, { include = [`apps/${name}/src/*.e2e.ts`], setupFiles = [] as string[] } = {}) => ({
  ...fromSource,
  test: {
    name,
    include,
    setupFiles,
    environment: 'node' as const,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: patient,
    globalSetup: ['./tools/testing/global-launch.ts'],
    isolate: false,
    // They share one install and its quota; one after another they do not disturb each other.
    fileParallelism: false,
  },
});

/** What a page said when a journey failed. */
const atTheConsole = ['./apps/console-e2e/src/where-it-stood.ts'];

export default defineConfig({
  test: {
    // Much of a spec is waiting: for the store, for a process, for a deadline.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        ...fromSource,
        test: {
          name: 'specs',
          include: ['libs/**/*.spec.ts', 'apps/**/*.spec.ts', 'tools/**/*.spec.ts'],
          environment: 'node',
          // Specs of readers load onnxruntime without the process that tells it so.
          env: { ORT_DISABLE_TELEMETRY: '1' },
          // Nobody here replaces a module, so spec files can share what they load; loading it anew for each cost as much as the specs.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: patient,
          globalSetup: ['./tools/testing/global-database.ts'],
          // Whatever statement a spec file makes in the name of a tenant has to name it.
          setupFiles: ['./tools/testing/named-tenants.ts'],
        },
      },
      endToEnd('api-e2e'),
      endToEnd('console-e2e', { setupFiles: atTheConsole }),
      endToEnd('console-looks', { include: ['apps/console-e2e/src/looks/*.e2e.ts'], setupFiles: atTheConsole }),
    ],
  },
});
