import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from './rounds.js';

/** As many as one look takes; more wait when it was that many. */
export const FULL_LOOK = 100;

/** Looks at clocks over and over. Any number of nodes may; each clock tells once. */
export class KeepWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds: Rounds;

  constructor(
    private readonly watches: readonly { once: () => Promise<number> }[],
    everyMs: number,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    this.#rounds = new Rounds(() => this.#round(), everyMs);
  }

  onApplicationBootstrap(): void {
    this.#rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#rounds.stop();
  }

  async #round(): Promise<boolean> {
    const looked = await Promise.all(this.watches.map((watch) => watch.once().catch((error: unknown) => (this.onTrouble(error), 0))));
    return looked.some((count) => count >= FULL_LOOK);
  }
}
