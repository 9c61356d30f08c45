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

/** The data our own tesseract reader uses, unpacked for the peer, so that both read with the same network. */
export const unpackData = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-tessdata-'));
  for (const code of ['eng', 'chi_sim']) {
    const home = path.dirname(require.resolve(`@tesseract.js-data/${code}/package.json`));
    fs.writeFileSync(path.join(folder, `${code}.traineddata`), gunzipSync(fs.readFileSync(path.join(home, '4.0.0_best_int', `${code}.traineddata.gz`))));
  }
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
