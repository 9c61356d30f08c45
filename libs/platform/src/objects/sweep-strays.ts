import { sortableId, type Clock } from '@inkproof/kernel';
import type { Database } from '../database/database.js';
import type { Blobs } from './blobs.js';
import type { TenantKeys } from './tenant-keys.js';
import type { TwoPlaces } from './two-places.js';

/** Whoever lays a blob down writes its row within minutes, or never. */
const STRAY_AFTER_MS = 60 * 60 * 1_000;
const ASKED_AT_ONCE = 1_000;

const nameAt = (atMs: number): string => `blb_${sortableId(atMs, new Uint8Array(16))}`;

/** The storage holds blobs of an install with another master key, to whose database ours are strays, and theirs to ours. */
export class StorageOfAnother extends Error {
  override readonly name = 'StorageOfAnother';
}

/** Removes blobs and keys that no row came to: whoever laid them down died, or its transaction did. Names tell how old they are, by the store's clock. */
export class SweepStrays {
  /** Everything before it was looked at by this node, and nothing of before becomes a stray later. */
  #from = 'blb_';

  constructor(
    private readonly database: Database,
    private readonly places: TwoPlaces,
    private readonly keys: TenantKeys,
    private readonly clock: Clock,
  ) {}

  /** Answers how many there were. */
  async sweep(): Promise<number> {
    for (const place of this.places.all) await this.#assertOurs(place);
    const before = nameAt(this.clock.now().getTime() - STRAY_AFTER_MS);
    let strays = 0;
    // Keys first: what one place has left of a name goes with what the other has.
    for (const place of this.places.all) {
      const names: string[] = [];
      for await (const name of place.list({ from: this.#from, before })) {
        names.push(name);
        if (names.length === ASKED_AT_ONCE) strays += await this.#remove(names.splice(0));
      }
      strays += await this.#remove(names);
    }
    this.#from = before;
    return strays;
  }

  async #remove(names: readonly string[]): Promise<number> {
    if (names.length === 0) return 0;
    const strays = await this.database.askAll<{ blob: string }>('gate_find_stray_blobs', names);
    await this.places.remove(strays.map(({ blob }) => blob));
    return strays.length;
  }

  /** Two installs in one storage would each take the other's blobs for strays. */
  async #assertOurs(place: Blobs): Promise<void> {
    const ours = this.keys.mark;
    const marks: string[] = [];
    for await (const name of place.list({ from: 'own_', before: 'own`' })) marks.push(name);
    if (marks.some((mark) => mark !== ours)) throw new StorageOfAnother('The storage of STORAGE_URL or KEYS_URL is used by another install, or by this one before its master key changed. Give each install folders or prefixes of its own; nothing is swept meanwhile.');
    if (marks.length === 0) await place.put(ours, new Uint8Array());
  }
}
