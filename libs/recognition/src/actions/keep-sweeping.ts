import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Rounds } from '@inkproof/platform';
import type { Logger } from 'pino';

const SWEEP_EVERY_MS = 60_000;

/** Erases what has expired of its kind, for all tenants. Several may do so at once: each finds what the others have left. */
export interface Sweeper {
  sweep(): Promise<void>;
}

/** Has everything swept that expires, a minute after it did at the latest. */
export class KeepSweeping implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #rounds = new Rounds(() => this.#round(), SWEEP_EVERY_MS);

  constructor(
    private readonly sweepers: readonly Sweeper[],
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#rounds.stop();
  }

  async #round(): Promise<false> {
    for (const sweeper of this.sweepers) await sweeper.sweep().catch((error: unknown) => this.log.warn({ err: error }, 'what has expired was not swept'));
    return false;
  }
}
