import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';

/** Of a process whose run has no folder for such files. */
const ownRoot = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inkproof-spec-files-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

let root: string | undefined;

/** A folder that is not there yet, for the files of one spec; whatever comes to lie in it goes with the run. */
export const specFolder = (): string => path.join((root ??= (inject('filesFolder') as string | undefined) ?? ownRoot()), randomBytes(6).toString('hex'));
