/**
 * A reader process: started by the pool, asked one reading at a time, and never trusted to survive it.
 * It knows its orders, the file in hand and nothing else: no environment, no database, no network.
 */
import sharp from 'sharp';
import { read } from '../read.js';
import { ReaderShelf } from '../reader/reader-shelf.js';
import { TesseractReader } from '../reader/tesseract-reader.js';
import { Unreadable } from '../unreadable.js';
import type { Answer, Ask, Orders } from './message.js';

const WARM_SETS = 3;

/** By signal, because an orderly exit waits for threads, and a thread in the middle of a page is what must not be waited for. */
const end = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

// Whoever asked is gone, however it went; the answer has nobody to go to.
process.on('disconnect', end);
if (!process.connected) end();

const say = (answer: Answer): Promise<void> => new Promise((resolve) => process.send?.(answer, () => resolve()));

// The pool has a process for every core it may use; more threads would only take cores from one another.
sharp.concurrency(1);
sharp.cache(false);

const { caps, warmLanguages } = JSON.parse(process.argv[2] ?? '') as Orders;
const shelf = new ReaderShelf(WARM_SETS, (codes) => TesseractReader.start(codes));

const answer = async ({ file, languages }: Ask): Promise<void> => {
  try {
    await say({ kind: 'read', reading: await read(file, caps, await shelf.take(languages)) });
  } catch (error) {
    if (error instanceof Unreadable) return say({ kind: 'unreadable', reason: error.reason, detail: error.message, ...(error.limit && { limit: error.limit }) });
    // A reader that failed is in no known state. It says why and makes room for a fresh one.
    await say({ kind: 'fault', why: String(error) });
    end();
  }
};

if (warmLanguages.length > 0) await shelf.take(warmLanguages);
process.on('message', (ask) => void answer(ask as Ask));
await say({ kind: 'ready' });
