// The system's own tesseract as a customer would run it: one process a page, the file as it is, automatic layout, one thread.
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** By its full path, as our own reader wants it. */
export const PEER = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'tesseract')).find((file) => fs.existsSync(file)) ?? null;
export const isPeerInstalled = () => PEER !== null && spawnSync(PEER, ['--version']).status === 0;

/** Data unpacked for the peer: the large networks of both languages, or in place of the English one the small one that our own readers use for English. */
export const unpackData = ({ english = 'small' } = {}) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-tessdata-'));
  const large = (code) => require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`);
  const files = { chi_sim: large('chi_sim'), eng: english === 'large' ? large('eng') : path.resolve(import.meta.dirname, '../../libs/engine/data/eng.4.1.0_fast.traineddata.gz') };
  for (const [code, file] of Object.entries(files)) fs.writeFileSync(path.join(folder, `${code}.traineddata`), gunzipSync(fs.readFileSync(file)));
  return folder;
};

/** `dataFolder` null: the data its package came with. */
export const startPeer = ({ dataFolder = unpackData(), psm = 3 } = {}) => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-peer-'));
  let count = 0;
  return {
    read: async (file, languages) => {
      const picture = path.join(scratch, String(count++));
      fs.writeFileSync(picture, file);
      const given = [picture, '-', '-l', languages.join('+'), '--psm', String(psm), ...(dataFolder ? ['--tessdata-dir', dataFolder] : [])];
      try {
        const { stdout } = await run(PEER, given, { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 64 << 20 });
        return stdout;
      } finally {
        fs.rmSync(picture);
      }
    },
    stop: () => {
      for (const gone of [scratch, dataFolder]) if (gone) fs.rmSync(gone, { recursive: true, force: true });
    },
  };
};
