import { checkReplayPages } from '../replayable.js';
import { recipeOf, type ReaderFacts } from '../recipe.js';
import type { FailedPage, PageReading, Reading } from '../reading.js';
import { DeadlineExceeded } from './errors.js';
import type { DocumentAsk, Opened } from './message.js';
import type { ReadRequest } from './read-request.js';

/** A document that costs readers page after page is not worth all of ours. */
const MOST_LOST_PAGES = 3;

export interface CallWatcher {
  /** The readers that may have read, as recipes tell of them. */
  readers(): readonly ReaderFacts[];
  /** It has its answer. `givenUp` tells why nobody waits for the pages still at work, when that is so. */
  onSettled(call: Call, givenUp: string | null): void;
}

/** One reading asked of the pool, from the asking until it is settled. Settles once; whatever comes later is not heard. */
export class Call {
  readonly reading: Promise<Reading>;
  readonly document: DocumentAsk;
  /** Whether a reader has begun with it. */
  hasBegun = false;
  isSettled = false;
  #opened: Opened | null = null;
  readonly #pages = new Map<number, PageReading>();
  readonly #failed = new Map<number, FailedPage>();
  #firstFailure: unknown;
  #resolve!: (reading: Reading) => void;
  #reject!: (reason: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = (): void => this.fail(this.request.signal?.reason, 'its reading was called off');

  constructor(
    document: number,
    readonly request: ReadRequest,
    private readonly watcher: CallWatcher,
  ) {
    const { file, caps, options, deadlineMs, signal } = request;
    this.document = { document, file, caps, pages: options.pages, ...(options.password !== undefined && { password: options.password }) };
    this.reading = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => this.#late(), deadlineMs);
    signal?.addEventListener('abort', this.#onAbort);
  }

  /** The first reader has it open. Answers with the pages to be read; none when there is nothing left to do. */
  open(opened: Opened): readonly number[] {
    this.#opened = opened;
    this.#tell(() => checkReplayPages(this.request.options.replay, opened.pages, opened.facts));
    this.#tell(() => this.request.onOpened?.(opened.facts, opened.pages));
    const unread = this.#unread();
    this.#finishIfDone();
    return this.isSettled ? [] : unread;
  }

  finishPage(page: PageReading): void {
    if (this.isSettled || !this.#opened) return;
    this.#pages.set(page.number, page);
    const { pages } = this.#opened;
    this.#tell(() => this.request.onPage?.(page, pages.length - this.#unread().length, pages.length));
    this.#finishIfDone();
  }

  /** One page less, and the others go on; unless it was the only one, whose failure is the failure of the reading. */
  failPage(page: FailedPage, error: Error): void {
    if (this.isSettled || !this.#opened) return;
    this.#failed.set(page.number, page);
    this.#firstFailure ??= error;
    const lost = [...this.#failed.values()].filter(({ reason }) => reason === 'reader_lost').length;
    if (lost >= MOST_LOST_PAGES) this.#failRest('reader_lost', `${lost} pages before this one ended their readers, so it was not tried`);
    this.#finishIfDone();
  }

  fail(reason: unknown, givenUp: string | null = null): void {
    if (this.#close(givenUp)) this.#reject(reason);
  }

  #unread(): number[] {
    const { skip } = this.request;
    return this.#opened?.pages.filter((page) => !this.#pages.has(page) && !this.#failed.has(page) && !skip?.has(page)) ?? [];
  }

  #failRest(reason: FailedPage['reason'], detail: string): void {
    for (const number of this.#unread()) this.#failed.set(number, { number, reason, detail });
  }

  /** What is read by the deadline is worth having; with nothing read there is only the refusal. */
  #late(): void {
    const { deadlineMs } = this.request;
    const why = `its reading took longer than ${deadlineMs} ms`;
    if (this.#pages.size === 0) return this.fail(new DeadlineExceeded(`The reading was not done within ${deadlineMs} ms`), why);
    this.#failRest('deadline', `The time for the whole document, ${deadlineMs} ms, was over before this page was read`);
    this.#finishIfDone(why);
  }

  #finishIfDone(givenUp: string | null = null): void {
    if (this.isSettled || !this.#opened || this.#unread().length > 0) return;
    const { facts, inputSha256 } = this.#opened;
    const pages = [...this.#pages.values()].sort((one, other) => one.number - other.number);
    const failedPages = [...this.#failed.values()].sort((one, other) => one.number - other.number);
    if (pages.length === 0 && failedPages.length > 0 && !this.request.skip?.size) return this.fail(this.#firstFailure, givenUp);
    if (this.#close(givenUp)) this.#resolve({ document: facts, pages, failedPages, recipe: recipeOf(pages, this.watcher.readers(), inputSha256) });
  }

  /** What the asker does on hearing may fail; that costs the call and nothing else. */
  #tell(hear: () => void): void {
    try {
      hear();
    } catch (error) {
      this.fail(error);
    }
  }

  #close(givenUp: string | null): boolean {
    if (this.isSettled) return false;
    this.isSettled = true;
    clearTimeout(this.#timer);
    this.request.signal?.removeEventListener('abort', this.#onAbort);
    this.watcher.onSettled(this, givenUp);
    return true;
  }
}
