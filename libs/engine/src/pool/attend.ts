import { setPriority } from 'node:os';
import sharp from 'sharp';
import { DiskFull } from '../disk-full.js';
import { NotReplayable } from '../image/prepared.js';
import { Unreadable } from '../unreadable.js';
import type { Answer, Ask, Orders } from './message.js';

/** By signal, because an orderly exit waits for threads, and a thread in the middle of a page is what must not be waited for. */
const end = (): void => {
  try {
    // The whole group, which is this process and what it started.
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.kill(process.pid, 'SIGKILL');
  }
};

const say = (answer: Answer): Promise<void> => new Promise((resolve) => process.send?.(answer, () => resolve()));

const answerTo = async (ask: Ask, work: (ask: Ask) => Promise<Answer | null>): Promise<void> => {
  try {
    const answer = await work(ask);
    if (answer) await say(answer);
  } catch (error) {
    if (error instanceof Unreadable) return say({ kind: 'unreadable', reason: error.reason, detail: error.message, ...(error.limit && { limit: error.limit }) });
    if (error instanceof NotReplayable) return say({ kind: 'not_replayable', detail: error.message });
    if (error instanceof DiskFull) return say({ kind: 'disk_full', detail: error.message });
    // A process that failed is in no known state. It says why and makes room for a fresh one.
    await say({ kind: 'fault', why: String(error) });
    end();
  }
};

/** What this process was told at its start. From here on it ends with the process that started it. */
export const ordersOfThisProcess = (): Orders => {
  // Whoever asked is gone, however it went; the answer has nobody to go to.
  process.on('disconnect', end);
  if (!process.connected) end();
  const orders = JSON.parse(process.argv[2] ?? '') as Orders;
  if (orders.niceness > 0) setPriority(orders.niceness);
  // The pool has a process for every core it may use; more threads would only take cores from one another.
  sharp.concurrency(1);
  sharp.cache(false);
  return orders;
};

/** Works through what is asked, one thing after the other. */
export const attend = async (ready: Extract<Answer, { kind: 'ready' }>, work: (ask: Ask) => Promise<Answer | null>): Promise<void> => {
  let last = Promise.resolve();
  process.on('message', (ask) => void (last = last.then(() => answerTo(ask as Ask, work))));
  await say(ready);
};
