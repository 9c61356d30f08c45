import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { LedgerStore } from '../store/ledger-store.js';

const FOLD_EVERY_MS = 2_000;
const LOOK_FOR_LOST_EVERY = 15;

/**
 * Keeps the sums of the ledger close behind it, and records the calls of nodes that died. Every node does; the store lets
 * one at a time. Usage is exact without it and only takes longer to add up.
 */
export class KeepFolding implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer?: NodeJS.Timeout;
  #folding: Promise<void> = Promise.resolve();
  #isOver = false;
  #turn = 0;

  constructor(
    private readonly ledger: Pick<LedgerStore, 'fold' | 'recordLost'>,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setTimeout(() => (this.#folding = this.#round()), FOLD_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    await this.#folding;
  }

  async #round(): Promise<void> {
    try {
      if (this.#turn++ % LOOK_FOR_LOST_EVERY === 0) {
        const lost = await this.ledger.recordLost();
        if (lost) this.log.warn({ calls: lost }, 'calls of nodes that stopped are recorded as failed');
      }
      while (!this.#isOver && (await this.ledger.fold()) > 0);
    } catch (error) {
      this.log.debug({ err: error }, 'the ledger was not folded');
    }
    if (!this.#isOver) this.onApplicationBootstrap();
  }
}
