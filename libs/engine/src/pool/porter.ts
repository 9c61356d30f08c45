import type { DocumentCaps, OpenOptions } from '../document/document.js';
import { Unreadable } from '../unreadable.js';
import { builtFile } from '../reader/built-file.js';
import type { Errand } from './errand.js';
import { PoolBusy, ReaderLost } from './errors.js';
import type { DocumentAsk, Opened, PageOutcome } from './message.js';
import { Seat } from './seat.js';

/** Opening takes milliseconds. What takes so long was made to. */
const OPEN_WITHIN_MS = 5_000;
const MEMORY_BYTES = 512 * 2 ** 20;
const PAGES_NEVER_READ = Number.POSITIVE_INFINITY;

/** Opens one document and reads nothing of it. */
class Opening implements Errand {
  readonly number = null;
  readonly options = { languages: 'auto', reader: 'auto' } as const;
  readonly opened: Promise<Opened>;
  isWanted = true;
  #resolve!: (opened: Opened) => void;
  #reject!: (reason: unknown) => void;

  constructor(readonly document: DocumentAsk) {
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
 * so that a caller hears what is wrong with a file although every reader is busy.
 */
export class Porter {
  readonly #seat: Seat<Opening>;
  readonly #waiting: Opening[] = [];
  #documents = 0;

  constructor(private readonly maxQueued: number, niceness: number, onReplaced: (why: string) => void, entry = builtFile('pool/porter-process.js')) {
    const rules = { entry, orders: { warm: [], native: null, models: null, niceness, threads: 1 }, pageDeadlineMs: OPEN_WITHIN_MS, pagesPerReader: PAGES_NEVER_READ, memoryBytesPerReader: MEMORY_BYTES };
    const replaced = (why: string): void => onReplaced(`the process that opens documents: ${why}`);
    this.#seat = new Seat(rules, { threads: () => 1, onFree: () => this.#serve(), onLeft: () => {}, onReplaced: replaced, onRecycled: () => {}, onStartFailed: replaced });
  }

  async start(): Promise<void> {
    await this.#seat.start();
  }

  async open(file: Uint8Array, { pages, password }: OpenOptions, caps: DocumentCaps, signal?: AbortSignal): Promise<Opened> {
    signal?.throwIfAborted();
    if (this.#waiting.length >= this.maxQueued) throw new PoolBusy(`${this.#waiting.length} documents wait to be opened`);
    const opening = new Opening({ document: ++this.#documents, file, caps, pages, ...(password !== undefined && { password }) });
    const giveUp = (): void => this.#giveUp(opening, signal?.reason);
    signal?.addEventListener('abort', giveUp);
    this.#waiting.push(opening);
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
    for (const opening of this.#waiting.splice(0)) opening.fail(new PoolBusy('The pool is closing'));
    this.#seat.errand?.fail(new PoolBusy('The pool is closing'));
    return this.#seat.close();
  }

  #serve(): void {
    if (!this.#seat.isFree) return;
    const next = this.#waiting.shift();
    if (next) this.#seat.serve(next);
  }

  /** One that is being opened may end in peace: that is shorter than starting another process. */
  #giveUp(opening: Opening, reason: unknown): void {
    const place = this.#waiting.indexOf(opening);
    if (place >= 0) this.#waiting.splice(place, 1);
    opening.fail(reason);
  }
}
