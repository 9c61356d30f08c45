import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { launch, type Ready } from '../parts/launch.mjs';
import { prepareInstall } from '../parts/prepared.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    ready: Ready;
  }
}

/** One running install for a whole project of end-to-end specs, on a folder that is thrown away. Whatever else they launch begins, as it does, with a copy of one that is set up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prepared = await prepareInstall();
  const launched = await launch();
  project.provide('ready', launched.ready);
  return async () => {
    await launched.stop();
    fs.rmSync(launched.dataFolder, { recursive: true, force: true });
    prepared.remove();
  };
}
