import type { ReaderFacts } from '../recipe.js';
import { Child } from './child.js';
import type { Errand } from './errand.js';
import { HeldDocuments } from './held-documents.js';
import type { Answer, Orders } from './message.js';
import { pauseMs } from './pause.js';
import type { SeatState } from './read-request.js';
import { residentBytes } from './resident-memory.js';
import type { SeatRules, SeatWatcher } from './seat-rules.js';

/** Memory beyond this share of what a process may hold is not coming back by itself: the next page gets a fresh process. */
const WORN_SHARE = 0.75;

/** A place in the pool: it has a process or is getting one. However the process ends, the seat starts the next. */
export class Seat<E extends Errand> {
  errand: E | null = null;
  #child: Child | null = null;
  /** Starts beside a worn process, which works on until its successor is ready. */
  #successor: Child | null = null;
  readonly #held = new HeldDocuments();
  #failures = 0;
  #pause: NodeJS.Timeout | undefined;
  #hangs: NodeJS.Timeout | undefined;

  constructor(
    private readonly rules: SeatRules,
    private readonly watcher: SeatWatcher<E>,
  ) {}

  get isFree(): boolean {
    return this.#child !== null && this.#child.isReady && this.errand === null;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get state(): SeatState {
    return { pid: this.pid ?? null, isBusy: this.errand !== null, pages: this.#child?.pages ?? 0, rssBytes: this.#child?.rssBytes ?? 0 };
  }

  /** Settles when this process is ready, or when it turns out that it will not be; by then the next try is arranged. */
  start(orders = this.rules.orders): Promise<readonly ReaderFacts[]> {
    this.#child = this.#spawn(orders);
    return this.#child.ready;
  }

  holds(document: number): boolean {
    return this.#held.has(document);
  }

  serve(errand: E): void {
    this.errand = errand;
    if (errand.number !== null && this.holds(errand.document.document)) this.#askPage(errand);
    else this.#ask(errand, { kind: 'open', ...errand.document });
  }

  /** Nothing more will be asked of this document. */
  forget(document: number): void {
    if (this.#held.drop(document)) this.#child?.send({ kind: 'close', document });
  }

  /**
   * Ends the process in the middle of its work. The core is free at once; a dead process needs no leave.
   * Its successor warms nothing before it is asked: callers who hang up by the dozen should cost next to nothing.
   */
  evict(why: string): void {
    void this.#child?.retire();
    this.#leave();
    this.#succeed({ ...this.rules.orders, warm: [] });
    this.watcher.onReplaced(why);
  }

  /** How much memory is held while a page is read; a page that makes a process swell ends with it. */
  async watchMemory(): Promise<void> {
    const child = this.#child;
    if (!child?.pid || !this.errand) return;
    child.rssBytes = (await residentBytes(child.pid)) || child.rssBytes;
    if (child.rssBytes > this.rules.memoryBytesPerReader) child.kill(`it held more than ${Math.round(this.rules.memoryBytesPerReader / 2 ** 20)} MiB`);
  }

  async close(): Promise<void> {
    clearTimeout(this.#pause);
    clearTimeout(this.#hangs);
    const children = [this.#child, this.#successor];
    [this.#child, this.#successor] = [null, null];
    await Promise.all(children.map((child) => child?.retire()));
  }

  #spawn(orders = this.rules.orders): Child {
    const child: Child = new Child(this.rules.entry, orders, {
      onAnswer: (answer) => {
        if (child === this.#child) this.#hear(answer);
      },
      onEnd: (why, wasReady) => this.#bury(child, why, wasReady),
    });
    return child;
  }

  #ask(errand: E, ask: Parameters<Child['send']>[0]): void {
    clearTimeout(this.#hangs);
    this.#hangs = setTimeout(() => this.#giveUp(errand), this.rules.pageDeadlineMs);
    this.#child?.send(ask);
  }

  #askPage(errand: E): void {
    if (errand.number !== null) this.#ask(errand, { kind: 'page', document: errand.document.document, number: errand.number, options: errand.options, threads: this.watcher.threads() });
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'fault') return;
    if (answer.kind === 'ready') {
      this.#failures = 0;
      return this.watcher.onFree();
    }
    const errand = this.errand;
    if (!errand) return;
    if (answer.kind === 'opened') {
      for (const document of this.#held.use(errand.document)) this.#child?.send({ kind: 'close', document });
      errand.onOpened(answer);
      if (errand.isWanted && errand.number !== null) return this.#askPage(errand);
      this.forget(errand.document.document);
    } else if (answer.kind === 'page' && this.#child) {
      this.#child.pages++;
      this.#child.rssBytes = answer.rssBytes;
    }
    this.#leave();
    if (answer.kind !== 'opened') errand.onOutcome(answer);
    this.#renew();
    this.watcher.onFree();
  }

  #giveUp(errand: E): void {
    this.evict(`a page took longer than ${this.rules.pageDeadlineMs} ms`);
    errand.onHung(this.rules.pageDeadlineMs);
  }

  #leave(): void {
    clearTimeout(this.#hangs);
    const errand = this.errand;
    this.errand = null;
    if (errand) this.watcher.onLeft(errand);
  }

  /** Between two pages: a worn process gets a successor, and steps back when that one is ready. */
  #renew(): void {
    if (this.errand || !this.#child) return;
    if (this.#successor?.isReady) {
      void this.#child.retire();
      this.#held.clear();
      [this.#child, this.#successor] = [this.#successor, null];
      return this.watcher.onRecycled();
    }
    const isWorn = this.#child.pages >= this.rules.pagesPerReader || this.#child.rssBytes > this.rules.memoryBytesPerReader * WORN_SHARE;
    if (!isWorn || this.#successor || this.#pause) return;
    this.#successor = this.#spawn();
    this.#successor.ready.then(() => this.#renew(), () => {});
  }

  #bury(child: Child, why: string, wasReady: boolean): void {
    if (!wasReady) this.#failures++;
    if (child === this.#successor) {
      this.#successor = null;
      this.#pause = setTimeout(() => (this.#pause = undefined), pauseMs(this.#failures));
      return this.watcher.onStartFailed(why);
    }
    if (child !== this.#child) return;
    const errand = this.errand;
    this.#leave();
    this.#succeed();
    if (wasReady) this.watcher.onReplaced(why);
    else this.watcher.onStartFailed(why);
    errand?.onLost(why);
  }

  #succeed(orders = this.rules.orders): void {
    this.#held.clear();
    [this.#child, this.#successor] = [this.#successor, null];
    clearTimeout(this.#pause);
    this.#pause = undefined;
    if (!this.#child) this.#pause = setTimeout(() => this.#startAgain(orders), pauseMs(this.#failures));
    if (this.isFree) this.watcher.onFree();
  }

  #startAgain(orders: Orders): void {
    this.#pause = undefined;
    // A failure is told through the watcher; the promise is for those who wait for the first start.
    this.start(orders).catch(() => {});
  }
}
