import { DeadlineExceeded, PoolBusy } from '../pool/errors.js';
import { FairQueue, type Turn } from '../pool/fair-queue.js';
import type { OutputPage } from './page.js';
import type { PdfSource } from './pdf.js';
import { inPdfProcess, type PdfAsk } from './pdf-writer.js';

/** For whom a PDF is written. */
export interface PdfOrder {
  /** Whose turn it takes: lanes are served one after the other, and each has one PDF at work. */
  lane: string;
  /** For the waiting and the writing together; without it, it may wait as long as somebody wants it. */
  deadlineMs?: number | undefined;
  /** Aborted when nobody wants it any more. */
  signal?: AbortSignal | undefined;
}

interface Waiting extends Turn {
  ask: PdfAsk;
  stop: AbortSignal;
  settle: (writing: Promise<Uint8Array>) => void;
}

/** Two, so that a document of a thousand pages holds up its own lane and not all others. */
const PROCESSES = 2;
const MOST_WAITING = 16;
/** No lane fills the queue alone: what it may not have is there for the others. */
const LANE_SHARE = 0.5;

const queue = new FairQueue<Waiting>();
const waiting = new Set<Waiting>();
let atWork = 0;

const assertRoom = (lane: string): void => {
  if (waiting.size >= MOST_WAITING) throw new PoolBusy(`${waiting.size} searchable PDFs wait to be written`);
  const ofLane = [...waiting].filter((each) => each.lane === lane).length;
  if (ofLane >= MOST_WAITING * LANE_SHARE) throw new PoolBusy(`${ofLane} searchable PDFs of the same caller wait to be written`);
};

const serve = (): void => {
  while (atWork < PROCESSES) {
    const next = queue.take();
    if (!next) return;
    waiting.delete(next);
    atWork++;
    const writing = inPdfProcess(next.ask, next.stop);
    next.settle(writing);
    const leave = (): void => {
      atWork--;
      queue.done(next);
      serve();
    };
    void writing.then(leave, leave);
  }
};

/** Settles as the writing does, or with the reason as soon as it is told to stop; then it waits no longer and is at work no longer. */
const queued = (lane: string, ask: PdfAsk, stop: AbortSignal): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const own: Waiting = { lane, laneLimit: 1, urgency: 'call', ask, stop, settle: (writing) => void writing.then(resolve, reject) };
    stop.addEventListener('abort', () => {
      reject(stop.reason);
      if (waiting.delete(own)) queue.drop((each) => each === own);
    });
    waiting.add(own);
    queue.add(own);
    serve();
  });

/**
 * `asPdf` in a process of its own: a file that crashes it, hangs it or fills its memory costs its caller a refusal and
 * nobody else anything. Rejects with `Unreadable`, `PoolBusy`, `DeadlineExceeded` or the signal's reason.
 */
export const writePdf = async (source: PdfSource, pages: readonly OutputPage[], { lane, deadlineMs, signal }: PdfOrder): Promise<Uint8Array> => {
  signal?.throwIfAborted();
  assertRoom(lane);
  const late = new AbortController();
  const timer = deadlineMs === undefined ? undefined : setTimeout(() => late.abort(new DeadlineExceeded(`The PDF was not written within ${deadlineMs} ms`)), deadlineMs);
  try {
    return await queued(lane, { source, pages }, signal ? AbortSignal.any([late.signal, signal]) : late.signal);
  } finally {
    clearTimeout(timer);
  }
};
