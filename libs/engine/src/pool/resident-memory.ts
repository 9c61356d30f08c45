import { readFile } from 'node:fs/promises';

/** Memory a process holds in RAM, in bytes; 0 where the system does not say, and for a process that has just ended. */
export const residentBytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
};
