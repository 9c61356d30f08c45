import 'server-only';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The sample pictures that the build laid into `public/samples`, by name. None is no fault: the desk then only takes one's own. */
export const listSamples = async (): Promise<string[]> => {
  const names = await readdir(path.join(process.cwd(), 'public/samples')).catch(() => []);
  return names.filter((name) => /\.(png|jpe?g|webp)$/i.test(name)).sort();
};
