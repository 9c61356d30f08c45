import { setTimeout as sleep } from 'node:timers/promises';
import { isStoreUnavailable } from '../database/unavailable.js';

/** One attempt at an entry of a queue. */
export interface Attempt {
  name: string;
  id: string;
  triesBefore: number;
}

interface Held {
  attempt: Attempt;
  hold: AbortController;
  ended: Promise<void>;
}

/** What the handlers of this process have in hand, until they are done with it or it is taken from them. */
export class HeldEntries {
  readonly #held = new Set<Held>();
  #isClosing = false;

  constructor(
    /** Lets others have the entry, as if this attempt had not been. */
    private readonly putBack: (attempt: Attempt) => Promise<void>,
  ) {}

  /** Lets a handler have an entry. The signal says that it was taken away. */
  async during(attempt: Attempt, handle: (signal: AbortSignal) => Promise<void>): Promise<void> {
    let end = (): void => {};
    const held: Held = { attempt, hold: new AbortController(), ended: new Promise((resolve) => (end = resolve)) };
    this.#held.add(held);
    try {
      // It was on its way when the others were taken away.
      if (this.#isClosing) await this.#takeAway(held);
      held.hold.signal.throwIfAborted();
      await handle(held.hold.signal);
    } catch (error) {
      // Nothing is wrong with an entry whose handler had no store.
      if (isStoreUnavailable(error)) await this.#takeAway(held);
      throw error;
    } finally {
      this.#held.delete(held);
      end();
    }
  }

  /** Waits for what ends in time, and takes the rest away. */
  async close(withinMs: number): Promise<void> {
    const patience = new AbortController();
    const isOver = sleep(withinMs, undefined, { signal: patience.signal }).catch(() => {});
    const untilMs = performance.now() + withinMs;
    while (this.#held.size > 0 && performance.now() < untilMs) await Promise.race([isOver, Promise.all([...this.#held].map(({ ended }) => ended))]);
    patience.abort();
    this.#isClosing = true;
    await Promise.all([...this.#held].map((held) => this.#takeAway(held)));
  }

  async #takeAway({ attempt, hold }: Held): Promise<void> {
    await this.putBack(attempt);
    hold.abort();
  }
}
