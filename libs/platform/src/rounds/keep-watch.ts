import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from './rounds.js';

const EVERY_MS = 30_000;
/** As many as one look takes; more wait when it was that many. */
export const FULL_LOOK = 100;

/** Looks at clocks over and over. Any number of nodes may; each clock tells once. */
export class KeepWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds = new Rounds(() => this.#round(), EVERY_MS);

  constructor(
    private readonly watches: readonly { once: () => Promise<number> }[],
    private readonly onTrouble: (error: unknown) => void,
  ) {}

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
