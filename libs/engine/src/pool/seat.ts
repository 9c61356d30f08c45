import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Unreadable } from '../unreadable.js';
import type { Call } from './call.js';
import type { Answer, Orders } from './message.js';
import { pauseMs } from './pause.js';

/** Loading two languages takes under a second on an idle machine. A crowded one may take its time, a broken one may not. */
const START_WITHIN_MS = 30_000;
const LAST_WORDS_CHARACTERS = 2_000;

export interface SeatWatcher {
  /** The seat can take a call. */
  onFree(): void;
  /** A reader that had been ready died of itself, under this call or idle. The next one is on its way. */
  onLost(call: Call | null, why: string): void;
  /** A reader could not start. Another try follows after a pause. */
  onStartFailed(why: string): void;
}

/** A place in the pool: it has a reader process or is getting one. However the process ends, the seat starts the next. */
export class Seat {
  call: Call | null = null;
  #child: ChildProcess | null = null;
  #isReady = false;
  #failures = 0;
  #pause: NodeJS.Timeout | undefined;

  constructor(
    private readonly entry: string,
    private readonly orders: Orders,
    private readonly watcher: SeatWatcher,
  ) {}

  get isFree(): boolean {
    return this.#isReady && this.call === null;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Settles when this reader is ready, or when it turns out that it will not be; by then the next try is arranged. */
  start(): Promise<void> {
    // No environment: a reader needs none, and our keys are no business of a process that decodes strangers' files.
    // On stdout the OCR core talks to itself. Stderr counts only until the reader is ready, when it has seen nothing of anyone's yet.
    const child = fork(this.entry, [JSON.stringify(this.orders)], { env: {}, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child = child;
    let why = '';
    child.stderr?.setEncoding('utf8').on('data', (said: string) => {
      if (!this.#isReady) why = (why + said).slice(-LAST_WORDS_CHARACTERS);
    });
    child.on('error', (error) => (why = error.message));
    return new Promise((resolve, reject) => {
      const tooSlow = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS);
      child.on('message', (answer: Answer) => {
        if (child !== this.#child) return;
        if (answer.kind === 'fault') why = answer.why;
        if (answer.kind === 'ready') {
          clearTimeout(tooSlow);
          [why, this.#isReady, this.#failures] = ['', true, 0];
          resolve();
        }
        this.#hear(answer);
      });
      // 'close' rather than 'exit': by then all that the process said has been heard, and it comes even when nothing could be started.
      child.on('close', (code, signal) => {
        clearTimeout(tooSlow);
        const end = why || `it ended with ${signal ?? `code ${code}`}`;
        reject(new Error(`A reader process could not start: ${end}`));
        if (child === this.#child) this.#bury(end);
      });
    });
  }

  serve(call: Call): void {
    this.call = call;
    // When sending fails the process is ending, and 'close' tells of that.
    this.#child?.send(call.ask, () => {});
  }

  /** Ends the reader in the middle of its work. The core is free at once; a dead process needs no leave. */
  evict(): void {
    this.#child?.kill('SIGKILL');
    this.#succeed();
  }

  async close(): Promise<void> {
    clearTimeout(this.#pause);
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'fault') return;
    const call = this.call;
    this.call = null;
    if (answer.kind === 'read') call?.finish(answer.reading);
    if (answer.kind === 'unreadable') call?.fail(new Unreadable(answer.reason, answer.detail, answer.limit));
    this.watcher.onFree();
  }

  #bury(why: string): void {
    const [wasReady, call] = [this.#isReady, this.call];
    if (!wasReady) this.#failures++;
    this.#succeed();
    if (wasReady) this.watcher.onLost(call, why);
    else this.watcher.onStartFailed(why);
  }

  #succeed(): void {
    [this.#child, this.#isReady, this.call] = [null, false, null];
    // A failure is told through the watcher; the promise is for those who wait for the first start.
    this.#pause = setTimeout(() => void this.start().catch(() => {}), pauseMs(this.#failures));
  }
}
