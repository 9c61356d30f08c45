import { describe, expect, it } from 'vitest';
import { blobsOf } from './blobs.js';
import type { ProbabilityMap } from './probability-map.js';

/** One character a pixel: a digit is tenths, a dot nothing. */
export const mapOf = (...rows: string[]): ProbabilityMap => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  values: Float32Array.from([...rows.join('')].map((sign) => (sign === '.' ? 0 : Number(sign) / 10))),
});

describe('what hangs together in a map', () => {
  it('is one although it begins as two', () => {
    const [blob, other] = blobsOf(mapOf('8...8', '8...8', '88888'), 0.3);
    expect([blob?.pixels, other]).toEqual([9, undefined]);
  });

  it('is one when only corners touch', () => {
    expect(blobsOf(mapOf('88...', '..88.', '....8'), 0.3)).toHaveLength(1);
  });

  it('is two with a row or a column of nothing between', () => {
    expect(blobsOf(mapOf('88.88', '.....', '88888'), 0.3).map(({ pixels }) => pixels)).toEqual([2, 2, 5]);
  });

  it('is as sure as its pixels on the whole, and leaves out what is below the threshold', () => {
    const [blob] = blobsOf(mapOf('1482'), 0.3);
    expect([blob?.pixels, blob?.score.toFixed(2)]).toEqual([2, '0.60']);
  });
});
