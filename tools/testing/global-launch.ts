import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { launch, type Ready } from '../parts/launch.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    ready: Ready;
  }
}

/** One running install for a whole project of end-to-end specs, on a folder that is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const launched = await launch();
  project.provide('ready', launched.ready);
  return async () => {
    await launched.stop();
    fs.rmSync(launched.dataFolder, { recursive: true, force: true });
  };
}
