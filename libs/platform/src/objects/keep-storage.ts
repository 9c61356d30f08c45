import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Rounds } from '../rounds/rounds.js';
import type { MoveKeys } from './move-keys.js';
import { StorageUnavailable } from './storage-unavailable.js';
import type { SweepStrays } from './sweep-strays.js';
import type { TwoPlaces } from './two-places.js';
import type { UnlinkBlobs } from './unlink-blobs.js';

const UNLINK_EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 10 * 60 * 1_000;

/** Keeps the storage free of what is erased, and says at the start when it cannot be used. */
export class KeepStorage implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #rounds = [new Rounds(() => this.#unlink(), UNLINK_EVERY_MS), new Rounds(() => this.#sweep(), SWEEP_EVERY_MS), new Rounds(() => this.#move(), SWEEP_EVERY_MS)];

  constructor(
    private readonly places: TwoPlaces,
    private readonly unlink: UnlinkBlobs,
    private readonly strays: SweepStrays,
    private readonly move: MoveKeys,
    private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.places.check().catch((error: unknown) => this.#warn(error, 'the storage of files and results cannot be used'));
    for (const rounds of this.#rounds) rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#rounds.map((rounds) => rounds.stop()));
    this.places.close();
  }

  #unlink(): Promise<boolean> {
    return this.unlink.some().catch((error: unknown) => this.#warn(error, 'blobs of erased objects were not unlinked'));
  }

  async #sweep(): Promise<boolean> {
    try {
      const count = await this.strays.sweep();
      if (count > 0) this.log.info({ count }, 'removed blobs that no row came to');
      return false;
    } catch (error) {
      return this.#warn(error, 'blobs that no row came to were not swept');
    }
  }

  async #move(): Promise<boolean> {
    try {
      const count = await this.move.some();
      if (count > 0) this.log.info({ count }, 'moved keys out of the database');
      return count > 0;
    } catch (error) {
      return this.#warn(error, 'keys that lie in the database were not moved out of it');
    }
  }

  #warn(error: unknown, message: string): false {
    this.log.warn({ err: error instanceof StorageUnavailable ? error.cause : error }, message);
    return false;
  }
}
