import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { launch, type Ready } from '../parts/launch.mjs';
import { prepareInstall } from '../parts/prepared.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker that runs journeys. */
    installs: Ready[];
  }
}

/** Running installs for a whole project of end-to-end specs, one for each of its workers, on folders that are thrown away. Whatever else they launch begins, as these do, with a copy of one that is set up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prepared = await prepareInstall();
  const launched = await Promise.all(Array.from({ length: project.config.maxWorkers }, () => launch()));
  project.provide('installs', launched.map(({ ready }) => ready));
  return async () => {
    for (const { stop, dataFolder } of launched) {
      await stop();
      fs.rmSync(dataFolder, { recursive: true, force: true });
    }
    prepared.remove();
  };
}
