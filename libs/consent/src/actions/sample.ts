import { createHash, createHmac } from 'node:crypto';

export const SEED_BYTES = 32;
export const sha256 = (...parts: (Uint8Array | string)[]): Uint8Array<ArrayBuffer> => new Uint8Array(parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest());

/** What a list of ids is known by: SHA-256 of the ids in ascending order, each followed by a line feed. */
export const populationDigest = (ids: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const id of [...ids].sort()) hash.update(`${id}\n`);
  return hash.digest('hex');
};

/** SHA-256 of drawn ids in the order of the draw, each followed by a line feed. */
export const sampleDigest = (ids: readonly string[]): string => createHash('sha256').update(ids.map((id) => `${id}\n`).join('')).digest('hex');

interface Ranked {
  rank: string;
  id: string;
}
const isBefore = (one: Ranked, other: Ranked): boolean => (one.rank === other.rank ? one.id < other.id : one.rank < other.rank);

/**
 * The sample by a seed: ids ordered by HMAC-SHA-256(seed, id), the first ones. Whoever does not know the seed cannot tell
 * which will be drawn, and whoever has it and the list draws the same ones. The store draws by the same rule
 * (`inspection_draw`); this one is for checking it.
 */
export const drawSample = (seed: Uint8Array, ids: Iterable<string>, size: number): string[] => {
  const first: Ranked[] = [];
  for (const id of ids) {
    const one = { rank: createHmac('sha256', seed).update(id).digest('hex'), id };
    if (first.length === size && !isBefore(one, first[size - 1]!)) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(first[middle]!, one)) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, one);
    if (first.length > size) first.pop();
  }
  return first.map(({ id }) => id);
};
