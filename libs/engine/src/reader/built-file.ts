import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a file that runs in a process or thread of its own. Those start from the built library even when the caller
 * runs from sources, because plain Node cannot resolve one TypeScript file from another. `src/x/y.ts` and `dist/x/y.js` lie
 * equally deep, so one relative path serves both.
 */
export const builtFile = (name: string): string => {
  const path = fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`Build the engine first (npm run build -w @inkproof/engine): ${name} is missing from its dist.`);
  return path;
};
