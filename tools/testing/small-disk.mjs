// A disk of a few megabytes that can really be full: a tmpfs, mounted as root or through sudo, for as long as a spec takes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const asRoot = (...command) => {
  const [name, ...args] = process.getuid() === 0 ? command : ['sudo', '-n', ...command];
  const { status, stderr, error } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} failed: ${error?.message ?? stderr}. Specs of a full disk mount one, as root or through sudo without a password.`);
};

/** Answers its folder, how to fill it up to a rest, how to make room again, and how to be rid of it. */
export const smallDisk = (bytes) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-disk-'));
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=1777`, 'inkproof-spec', folder);
  const ballast = path.join(folder, 'ballast');
  const fill = (leaveBytes = 0) => {
    fs.rmSync(ballast, { force: true });
    const { bavail, bsize } = fs.statfsSync(folder);
    const file = fs.openSync(ballast, 'w');
    const piece = Buffer.alloc(1_048_576, 1);
    try {
      for (let left = bavail * bsize - leaveBytes; left > 0; left -= piece.length) fs.writeSync(file, piece, 0, Math.min(left, piece.length));
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    } finally {
      fs.closeSync(file);
    }
  };
  const clear = () => fs.rmSync(ballast, { force: true });
  const remove = () => {
    asRoot('umount', '-l', folder);
    fs.rmdirSync(folder);
  };
  return { folder, fill, clear, remove };
};
