import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { passingFolder } from '../../../tools/parts/passing-folder.mjs';

/** What is kept is forced to the disk each time, which nothing here has to outlive. */
const root = passingFolder('spec-files');
process.once('exit', () => rmSync(root, { recursive: true, force: true }));

/** A folder that is not there yet, for the files of one spec; whatever comes to lie in it goes with the process. */
export const specFolder = (): string => path.join(root, randomBytes(6).toString('hex'));
