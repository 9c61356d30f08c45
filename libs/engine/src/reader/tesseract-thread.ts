/**
 * The thread in which tesseract.js runs. It is the library's own Node script with other hands: the core is always the same one,
 * language data comes from the installed packages, and there is neither a network nor a cache on disk.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { languagesOfKey, trainedDataOf } from '../language.js';

interface WorkerScript {
  dispatchHandlers(packet: unknown, answer: (message: unknown) => void): void;
  setAdapter(adapter: Record<string, (...given: never[]) => unknown>): void;
}

const require = createRequire(import.meta.url);
// Neither module has types, and neither is meant to be required from outside; their shape is pinned with the exact version of the packages.
const script = require('tesseract.js/src/worker-script/index.js') as WorkerScript;

type Core = (given: object) => unknown;
const core = require('tesseract.js-core/tesseract-core-simd-lstm') as Core;

/** The core talks to itself while it works, and what it says may come from the page. Nobody listens; real errors come back as answers. */
const silence = (): void => {};

const refuse = (): never => {
  throw new Error('The reader neither downloads nor caches anything');
};

script.setAdapter({
  // Left alone, the library takes the relaxed SIMD core where the CPU has it. That one may round differently from CPU to CPU and is no faster.
  getCore: () => Promise.resolve((given: object) => core({ ...given, print: silence, printErr: silence })),
  // Asked for `<languages>/eng.traineddata.gz`: the reader names them all as the folder. Passing `{ code, data }` to the library instead fails in 7.0.0, which then takes the data for the code.
  readCache: (path: string) => readFile(trainedDataOf(basename(path, '.traineddata.gz'), languagesOfKey(dirname(path))).file),
  gunzip: gunzipSync as (data: never) => unknown,
  checkCache: () => Promise.resolve(false),
  writeCache: refuse,
  deleteCache: refuse,
  fetch: refuse,
});

parentPort?.on('message', (packet: unknown) => script.dispatchHandlers(packet, (message) => parentPort?.postMessage(message)));
