import { Clock, SystemClock } from '@inkproof/kernel';

const LOOK_EVERY_MS = 60_000;

/**
 * The store's time, so that all nodes have the same, and told by a stopwatch between two looks, so that nobody who sets the
 * clock of a machine makes things expire or wait. A store that cannot be asked is believed later.
 */
export class StoreClock extends Clock {
  #atMs: number;
  #stopwatchMs: number;
  #lookedMs: number;

  private constructor(private readonly ask: () => Promise<Date>) {
    super();
    this.#atMs = new SystemClock().now().getTime();
    this.#stopwatchMs = this.#lookedMs = performance.now();
  }

  static async start(ask: () => Promise<Date>): Promise<StoreClock> {
    const clock = new StoreClock(ask);
    await clock.look();
    return clock;
  }

  now(): Date {
    if (performance.now() - this.#lookedMs > LOOK_EVERY_MS) void this.look();
    return new Date(Math.floor(this.#atMs + performance.now() - this.#stopwatchMs));
  }

  async look(): Promise<void> {
    const askedMs = performance.now();
    this.#lookedMs = askedMs;
    try {
      const told = await this.ask();
      const heardMs = performance.now();
      // It was that time at the store about half way.
      [this.#atMs, this.#stopwatchMs] = [told.getTime() + (heardMs - askedMs) / 2, heardMs];
    } catch {
      // The stopwatch goes on.
    }
  }
}
