import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';

const SWEEP_EVERY_MS = 60_000;

/** Erases what has expired of its kind, for all tenants. Several may do so at once: each finds what the others have left. */
export interface Sweeper {
  sweep(): Promise<void>;
}

/** Has everything swept that expires, a minute after it did at the latest. */
export class KeepSweeping implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer?: NodeJS.Timeout;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly sweepers: readonly Sweeper[],
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => (this.#sweeping = this.#sweepings()), SWEEP_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweepings(): Promise<void> {
    for (const sweeper of this.sweepers) await sweeper.sweep().catch((error: unknown) => this.log.warn({ err: error }, 'what has expired was not swept'));
  }
}
