import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = mkdtempSync(path.join(os.tmpdir(), 'inkproof-spec-files-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));

/** A folder that is not there yet, for the files of one spec; whatever comes to lie in it goes with the process. */
export const specFolder = (): string => path.join(root, randomBytes(6).toString('hex'));
