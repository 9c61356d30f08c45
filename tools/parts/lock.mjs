import fs from 'node:fs';
import path from 'node:path';
import { commandOf } from './command.mjs';

/** A number may have gone to another process since, so it has to be a launcher's. */
const isLauncher = (pid) => pid > 0 && pid !== process.pid && commandOf(pid).includes('start.mjs');

/** One launcher on one data folder. A launcher that was killed leaves its note, which then counts for nothing. */
export const lockFolder = (folder) => {
  const file = path.join(folder, 'launcher.pid');
  const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (isLauncher(pid)) {
    console.error(`Inkproof runs already on ${folder} (process ${pid}); ${path.join(folder, 'ready.json')} says where. Stop it first, or choose another folder with INKPROOF_DATA_DIR.`);
    process.exit(1);
  }
  fs.writeFileSync(file, String(process.pid), { mode: 0o600 });
  return () => fs.rmSync(file, { force: true });
};
