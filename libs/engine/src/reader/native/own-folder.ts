import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { trainedDataOf } from '../../language.js';

const PREFIX = 'inkproof-native-';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Reader processes are killed in the middle of a page as a matter of course, and the dead leave their folders behind. */
const removeLeftovers = (under: string): void => {
  for (const name of readdirSync(under)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(under, name), { recursive: true, force: true });
  }
};

/** A folder that only we can look into, with the same language data that the other reader uses: equal data, equal digests. */
export const ownFolder = (under: string, languages: readonly string[]): string => {
  removeLeftovers(under);
  const folder = mkdtempSync(path.join(under, `${PREFIX}${process.pid}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const code of languages) writeFileSync(path.join(folder, `${code}.traineddata`), gunzipSync(readFileSync(trainedDataOf(code, languages).file)));
  } catch (error) {
    // Half of it would be in the way of the next who tries.
    remove();
    throw error;
  }
  process.once('exit', remove);
  return folder;
};
