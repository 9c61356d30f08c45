import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from '@inkproof/platform';
import type { Logger } from 'pino';
import type { CarryOut } from './carry-out.js';
import type { SweepExpired } from './sweep-expired.js';

/** What expires is gone a minute later, and what a tenant asks for begins within seconds. */
const SWEEP_EVERY_MS = 60_000;
const LOOK_EVERY_MS = 2_000;

/** Carries out deletions and sweeps what has expired, over and over. Any number of nodes may: rows that one has are passed by or waited for by the others. */
export class KeepErasing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds = [new Rounds(() => this.#round('deletions were not carried out', () => this.carryOut.due()), LOOK_EVERY_MS), new Rounds(() => this.#round('what has expired was not swept', () => this.sweep.sweep()), SWEEP_EVERY_MS)];

  constructor(
    private readonly carryOut: CarryOut,
    private readonly sweep: SweepExpired,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    for (const rounds of this.#rounds) rounds.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#rounds.map((rounds) => rounds.stop()));
  }

  async #round(failure: string, work: () => Promise<unknown>): Promise<false> {
    await work().catch((error: unknown) => this.log.warn({ err: error }, failure));
    return false;
  }
}
