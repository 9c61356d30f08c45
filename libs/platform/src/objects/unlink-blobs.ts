import type { Clock } from '@inkproof/kernel';
import type { Database } from '../database/database.js';
import type { TwoPlaces } from './two-places.js';

/** Destroys the keys of what is erased, and takes its blobs out of the storage. Several may do so at once, and whoever dies at it is followed by another a minute later. */
export class UnlinkBlobs {
  constructor(
    private readonly database: Database,
    private readonly places: TwoPlaces,
    private readonly clock: Clock,
  ) {}

  /** Some of them, the oldest first. False when there were none. */
  async some(): Promise<boolean> {
    const taken = await this.database.askAll<{ blob: string }>('gate_take_unlinks', this.clock.now());
    if (taken.length === 0) return false;
    const names = taken.map(({ blob }) => blob);
    await this.places.remove(names);
    await this.database.askAll('gate_forget_unlinks', names);
    return true;
  }

  /** Everything that is not taken by others. */
  async all(): Promise<void> {
    while (await this.some());
  }
}
