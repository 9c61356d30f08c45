import { describe, expect, it } from 'vitest';
import { word } from '../testing/scripted-reader.js';
import type { FoundBlock } from '../text/found.js';
import { polygonOf } from '../text/polygon.js';
import { parted, rejoined } from './parted.js';

/** Lines 20 px high, one at each of these places. */
const block = (...tops: number[]): FoundBlock => ({
  polygon: polygonOf(0, tops[0] ?? 0, 100, (tops.at(-1) ?? 0) + 20 - (tops[0] ?? 0)),
  lines: tops.map((top) => ({ polygon: polygonOf(0, top, 100, 20), words: [{ ...word('a'), polygon: polygonOf(0, top, 10, 20) }] })),
});
const topsOf = (blocks: FoundBlock[]): number[][] => blocks.map(({ lines }) => lines.map(({ polygon }) => polygon[0][1]));

describe('a page that is read in two', () => {
  it('falls apart at the row', () => {
    const [upper, lower] = parted({ width: 2, height: 3, grey: Uint8Array.from([1, 2, 3, 4, 5, 6]) }, 1);
    expect([upper.height, [...upper.grey], lower.height, [...lower.grey]]).toEqual([1, [1, 2], 2, [3, 4, 5, 6]]);
  });

  it('has what was found below where it stands on the whole page', () => {
    const [, found] = rejoined([block(10, 34)], [block(60)], 100);
    expect(found?.lines[0]).toEqual({ polygon: polygonOf(0, 160, 100, 20), words: [{ ...word('a'), polygon: polygonOf(0, 160, 10, 20) }] });
    expect(found?.polygon).toEqual(polygonOf(0, 160, 100, 20));
  });

  it('has a block that the row went through in one piece', () => {
    const found = rejoined([block(10), block(40, 64)], [block(12, 36), block(90)], 76);
    expect(topsOf(found)).toEqual([[10], [40, 64, 88, 112], [166]]);
    expect(found[1]?.polygon).toEqual(polygonOf(0, 40, 100, 92));
  });

  it('keeps two blocks apart that stand further from each other than lines do', () => {
    expect(topsOf(rejoined([block(10, 34)], [block(6, 30)], 60))).toEqual([[10, 34], [66, 90]]);
  });

  it('is what was found in one part when there is nothing in the other', () => {
    expect(topsOf(rejoined([block(10, 34)], [], 60))).toEqual([[10, 34]]);
    expect(topsOf(rejoined([], [block(10, 34)], 60))).toEqual([[70, 94]]);
  });
});
