import { setTimeout as sleep } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Seals } from './seals.js';

/** Checkpoints are at most a minute apart where something is written; a node that misses two turns still keeps that. */
const EVERY_MS = 20_000;

/** Seals chains over and over. Any number of nodes may; one at a time does. */
export class KeepSealing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly seals: Seals,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.seals.all().catch((error: unknown) => this.log.warn({ err: error }, 'audit chains could not be sealed'));
      await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }
}
