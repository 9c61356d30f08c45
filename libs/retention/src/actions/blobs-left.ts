import type { TwoPlaces } from '@inkproof/platform';
import type { BlobsLeft } from './certify.js';

const ASKED_AT_ONCE = 16;

/**
 * Destroys the keys under these names and takes the blobs out of the storage, and then asks both places for each whether it
 * is still there. Their rows are gone, so
 * nobody needs them; whoever works off `blob_to_unlink` does the same, and neither waits for the other.
 */
export const blobsLeftIn =
  (places: Pick<TwoPlaces, 'remove' | 'exists'>): BlobsLeft =>
  async (names) => {
    if (names.length === 0) return [];
    await places.remove(names);
    const left: string[] = [];
    for (let at = 0; at < names.length; at += ASKED_AT_ONCE) {
      const some = names.slice(at, at + ASKED_AT_ONCE);
      const there = await Promise.all(some.map((name) => places.exists(name)));
      left.push(...some.filter((_, index) => there[index]));
    }
    return left;
  };
