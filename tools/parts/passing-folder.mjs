// Where files lie that nobody keeps.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
/** What all of them take together at their worst, and as much again. */
const ROOM_BYTES = 4 * 2 ** 30;

const hasRoom = () => {
  try {
    const { bavail, bsize } = fs.statfsSync(MEMORY);
    fs.accessSync(MEMORY, fs.constants.W_OK);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
};

/**
 * A new folder that others may walk through, in memory where the machine has room for it: making and dropping a database is a
 * thousand files made and removed, which costs a disk several times the processor. Elsewhere it lies with what is temporary.
 */
export const passingFolder = (name) => {
  const folder = fs.mkdtempSync(path.join(hasRoom() ? MEMORY : os.tmpdir(), `inkproof-${name}-`));
  // PostgreSQL may run as another user, who has to walk through.
  fs.chmodSync(folder, 0o711);
  return folder;
};
