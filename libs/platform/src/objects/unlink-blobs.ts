import type { Clock } from '@inkproof/kernel';
import type { Database } from '../database/database.js';
import type { Blobs } from './blobs.js';

/** Takes the blobs of erased objects out of the storage. Several may do so at once, and whoever dies at it is followed by another a minute later. */
export class UnlinkBlobs {
  constructor(
    private readonly database: Database,
    private readonly blobs: Blobs,
    private readonly clock: Clock,
  ) {}

  /** Some of them, the oldest first. False when there were none. */
  async some(): Promise<boolean> {
    const taken = await this.database.askAll<{ blob: string }>('gate_take_unlinks', this.clock.now());
    if (taken.length === 0) return false;
    const names = taken.map(({ blob }) => blob);
    await this.blobs.remove(names);
    await this.database.askAll('gate_forget_unlinks', names);
    return true;
  }

  /** Everything that is not taken by others. */
  async all(): Promise<void> {
    while (await this.some());
  }
}
