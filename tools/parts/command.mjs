import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** The command line of a running process; empty when there is none, or none of ours to see. */
export const commandOf = (pid) => {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return process.platform === 'linux' ? '' : (spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '');
  }
};
