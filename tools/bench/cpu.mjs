// CPU of processes, user and system together. Linux only: it is read from /proc, in ticks of a hundredth of a second.
import fs from 'node:fs';
import { descendantsOf } from '../parts/launch.mjs';

const TICKS_PER_SECOND = 100;

/** Own and of the children that have ended and were waited for. */
const secondsOf = (pid) => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything, so fields count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
};

/** CPU seconds of a process and all below it so far, those that have ended included. */
export const treeCpuSeconds = (pid = process.pid) => descendantsOf(pid).reduce((sum, one) => sum + secondsOf(one.pid), secondsOf(pid));

/** What some work cost: CPU of the tree and time on the clock, both in seconds. */
export const costOf = async (work, pid = process.pid) => {
  const [cpuBefore, startedMs] = [treeCpuSeconds(pid), performance.now()];
  const result = await work();
  return { result, wallSeconds: (performance.now() - startedMs) / 1_000, cpuSeconds: treeCpuSeconds(pid) - cpuBefore };
};
