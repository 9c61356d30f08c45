import type { Reading } from '../reading.js';
import { DeadlineExceeded } from './errors.js';
import type { Ask } from './message.js';

/** One reading asked of the pool, from the asking until it is settled. Settles once; whatever comes later is not heard. */
export class Call {
  readonly reading: Promise<Reading>;
  /** How many readers have died under it. */
  losses = 0;
  #resolve!: (reading: Reading) => void;
  #reject!: (reason: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = (): void => this.#giveUp(this.signal?.reason, 'its reading was called off');

  /** `onGivenUp` is told when the asker's time or interest ends first, so that no reader works on for nobody. */
  constructor(
    readonly ask: Ask,
    deadlineMs: number,
    private readonly signal: AbortSignal | undefined,
    private readonly onGivenUp: (call: Call, why: string) => void,
  ) {
    this.reading = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const late = (): void => this.#giveUp(new DeadlineExceeded(`The reading was not done within ${deadlineMs} ms`), `its reading took longer than ${deadlineMs} ms`);
    this.#timer = setTimeout(late, deadlineMs);
    signal?.addEventListener('abort', this.#onAbort);
  }

  finish(reading: Reading): void {
    this.#close();
    this.#resolve(reading);
  }

  fail(reason: unknown): void {
    this.#close();
    this.#reject(reason);
  }

  #giveUp(reason: unknown, why: string): void {
    this.fail(reason);
    this.onGivenUp(this, why);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.signal?.removeEventListener('abort', this.#onAbort);
  }
}
