import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from '@inkproof/platform';
import type { Logger } from 'pino';
import type { Seals } from './seals.js';

/** Checkpoints are at most a minute apart where something is written; a node that misses two turns still keeps that. */
const EVERY_MS = 20_000;

/** Seals chains over and over. Any number of nodes may; one at a time does. */
export class KeepSealing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds = new Rounds(() => this.#round(), EVERY_MS);

  constructor(
    private readonly seals: Seals,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#rounds.stop();
  }

  async #round(): Promise<false> {
    await this.seals.all().catch((error: unknown) => this.log.warn({ err: error }, 'audit chains could not be sealed'));
    return false;
  }
}
