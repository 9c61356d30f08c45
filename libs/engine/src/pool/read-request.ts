import type { DocumentCaps } from '../document/document.js';
import type { DocumentFacts, PageReading, ReaderName, ReadOptions } from '../reading.js';
import type { Urgency } from './fair-queue.js';
import type { Place } from './places.js';

/** One document to be read, with everything that decides when, how long and under which caps. */
export interface ReadRequest {
  file: Uint8Array;
  options: ReadOptions;
  /** Of this call: they come from the caller's plan. */
  caps: DocumentCaps;
  /** Whose call it is. Lanes take turns; the pool knows nothing more of tenants. */
  lane: string;
  /** Pages of this lane that may be read at the same time. */
  laneLimit: number;
  /** Whether somebody waits for the answer. */
  urgency: Urgency;
  /** That was held for it. */
  place?: Place;
  /** For the whole reading, its waiting included. */
  deadlineMs: number;
  signal?: AbortSignal;
  /** The document is open: what it is, and which of its pages will be read. */
  onOpened?: (facts: DocumentFacts, pages: readonly number[]) => void;
  /** A page is read. Pages come in the order in which they are done; `done` counts the failed and the skipped ones too. */
  onPage?: (page: PageReading, done: number, total: number) => void;
  /** Pages read before a restart: neither read again nor part of the reading. */
  skip?: ReadonlySet<number>;
}

/** A reader to have ready, for these engine codes. */
export interface WarmReader {
  reader: ReaderName;
  languages: readonly string[];
}

export interface ReaderPoolSettings {
  processes: number;
  /** Calls that may wait while every process is busy, and as many jobs. */
  maxQueued: number;
  /** Loaded by every process before it counts as started; the first tesseract list is the one most readings will ask for. */
  warm?: readonly WarmReader[];
  /** The system's own tesseract, when it may be used. */
  /** Its files go into `folder`, the system's for temporary files when absent. */
  native?: { path: string; folder?: string } | null;
  /** A folder with PP-OCR models of the operator's; the packaged ones when absent. */
  models?: string | null;
  /** For one page. A page that takes longer hangs; its process is replaced. */
  pageDeadlineMs?: number;
  /** A process is succeeded by a fresh one after so many pages. */
  pagesPerReader?: number;
  /** A process that holds more is ended, also in the middle of a page. It is succeeded between pages before it comes that far. */
  memoryBytesPerReader?: number;
  /** Added to the niceness of every process: 10 lets readers that nobody waits for stand back. */
  niceness?: number;
  /** Told whenever a process died or had to be ended or could not start, with the reason and without anything of the document. */
  onReplaced?: (why: string) => void;
}

/** One process, as it is shown to people. */
export interface SeatState {
  pid: number | null;
  isBusy: boolean;
  /** Read by this process since it started. */
  pages: number;
  /** As of its last page or the last look at it. */
  rssBytes: number;
}

export interface PoolState {
  /** Processes there should be. */
  total: number;
  busy: number;
  /** Calls and jobs of which nothing has begun. */
  queued: number;
  /** Processes that died, hung or were ended in the middle of a page. */
  replaced: number;
  /** Processes succeeded in good order, for their pages or their memory. */
  recycled: number;
  seats: SeatState[];
}
