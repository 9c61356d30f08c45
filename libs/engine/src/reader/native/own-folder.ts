import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { languageFile } from '../../language.js';

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
const removeLeftovers = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
};

/** A folder that only we can look into, with the same language data that the other reader uses: equal data, equal digests. */
export const ownFolder = (languages: readonly string[]): string => {
  removeLeftovers();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  for (const code of languages) writeFileSync(path.join(folder, `${code}.traineddata`), gunzipSync(readFileSync(languageFile(code))));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
