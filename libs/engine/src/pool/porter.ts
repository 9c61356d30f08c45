import type { DocumentCaps, OpenOptions } from '../document/document.js';
import { Unreadable } from '../unreadable.js';
import { builtFile } from '../reader/built-file.js';
import type { Errand } from './errand.js';
import { PoolBusy, ReaderLost } from './errors.js';
import { FairQueue, type Turn } from './fair-queue.js';
import type { DocumentAsk, Opened, PageOutcome } from './message.js';
import { Seat } from './seat.js';

/** Opening takes milliseconds. What takes so long was made to. */
const OPEN_WITHIN_MS = 5_000;
const MEMORY_BYTES = 512 * 2 ** 20;
const PAGES_NEVER_READ = Number.POSITIVE_INFINITY;
/** Of the places to wait, that one lane may have. */
const LANE_SHARE = 0.5;

/** For whom a document is opened, and until when they want it. */
export interface OpenedFor {
  lane: string;
  signal?: AbortSignal | undefined;
}

/** Opens one document and reads nothing of it. */
class Opening implements Errand, Turn {
  readonly laneLimit = 1;
  readonly urgency = 'call';
  readonly number = null;
  readonly options = { languages: 'auto', reader: 'auto' } as const;
  readonly opened: Promise<Opened>;
  isWanted = true;
  #resolve!: (opened: Opened) => void;
  #reject!: (reason: unknown) => void;

  constructor(readonly document: DocumentAsk, readonly lane: string) {
    this.opened = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  onOpened(opened: Opened): void {
    this.#resolve(opened);
  }

  onOutcome(outcome: PageOutcome): void {
    if (outcome.kind === 'unreadable') this.fail(new Unreadable(outcome.reason, outcome.detail, outcome.limit));
  }

  onLost(why: string): void {
    this.fail(new ReaderLost(`The process that opened the document ended: ${why}`));
  }

  onHung(afterMs: number): void {
    this.fail(new Unreadable('corrupt', `The file could not be opened within ${afterMs} ms: it is damaged, or made to take long.`));
  }

  fail(reason: unknown): void {
    this.isWanted = false;
    this.#reject(reason);
  }
}

/**
 * Opens documents that must not be opened where they came in, such as a PDF, in a small process of its own that reads nothing:
 * so that a caller hears what is wrong with a file although every reader is busy. Callers take turns: a file can be made to take long.
 */
export class Porter {
  readonly #seat: Seat<Opening>;
  readonly #queue = new FairQueue<Opening>();
  readonly #waiting = new Set<Opening>();
  #documents = 0;

  constructor(private readonly maxQueued: number, niceness: number, onReplaced: (why: string) => void, entry = builtFile('pool/porter-process.js')) {
    const rules = { entry, orders: { warm: [], native: null, models: null, niceness, threads: 1 }, pageDeadlineMs: OPEN_WITHIN_MS, pagesPerReader: PAGES_NEVER_READ, memoryBytesPerReader: MEMORY_BYTES };
    const replaced = (why: string): void => onReplaced(`the process that opens documents: ${why}`);
    this.#seat = new Seat(rules, { threads: () => 1, onFree: () => this.#serve(), onLeft: (opening) => this.#queue.done(opening), onReplaced: replaced, onRecycled: () => {}, onStartFailed: replaced });
  }

  async start(): Promise<void> {
    await this.#seat.start();
  }

  async open(file: Uint8Array, { pages, password }: OpenOptions, caps: DocumentCaps, { lane, signal }: OpenedFor): Promise<Opened> {
    signal?.throwIfAborted();
    this.#assertRoom(lane);
    const opening = new Opening({ document: ++this.#documents, file, caps, pages, ...(password !== undefined && { password }) }, lane);
    const giveUp = (): void => this.#giveUp(opening, signal?.reason);
    signal?.addEventListener('abort', giveUp);
    this.#waiting.add(opening);
    this.#queue.add(opening);
    this.#serve();
    return opening.opened.finally(() => signal?.removeEventListener('abort', giveUp));
  }

  pids(): number[] {
    return this.#seat.pid === undefined ? [] : [this.#seat.pid];
  }

  watchMemory(): Promise<void> {
    return this.#seat.watchMemory();
  }

  close(): Promise<void> {
    for (const opening of this.#waiting) this.#giveUp(opening, new PoolBusy('The pool is closing'));
    this.#seat.errand?.fail(new PoolBusy('The pool is closing'));
    return this.#seat.close();
  }

  #assertRoom(lane: string): void {
    if (this.#waiting.size >= this.maxQueued) throw new PoolBusy(`${this.#waiting.size} documents wait to be opened`);
    const ofLane = [...this.#waiting].filter((opening) => opening.lane === lane).length;
    if (ofLane >= Math.ceil(this.maxQueued * LANE_SHARE)) throw new PoolBusy(`${ofLane} documents of the same caller wait to be opened`);
  }

  #serve(): void {
    if (!this.#seat.isFree) return;
    const next = this.#queue.take();
    if (!next) return;
    this.#waiting.delete(next);
    this.#seat.serve(next);
  }

  /** One that is being opened may end in peace: that is shorter than starting another process. */
  #giveUp(opening: Opening, reason: unknown): void {
    if (this.#waiting.delete(opening)) this.#queue.drop((waiting) => waiting === opening);
    opening.fail(reason);
  }
}
