import type { Polygon } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import type { ShownWord } from './reading-page.js';
import { stretchesOf } from './stretches.js';

const box = (left: number, right: number, top = 100, bottom = 120): Polygon => [[left, top], [right, top], [right, bottom], [left, bottom]];
const run = box(0, 400);
const word = (text: string, left: number, right: number, before = '', itsRun = run): ShownWord => ({ id: text, text, polygon: box(left, right, 104, 118), confidence: 0.9, certainty: 'sure', isEmbedded: false, before, run: itsRun });

describe('stretches of a line', () => {
  it('join neighbours with what stands between them', () => expect(stretchesOf([word('Net', 0, 40), word('total', 50, 90, ' ')]).map(({ text, offset, width }) => [text, offset, width])).toEqual([['Net total', 0, 90]]));
  it('end at a gap wider than a space', () => expect(stretchesOf([word('合计', 0, 40), word('650.30', 300, 380, ' ')]).map(({ text, offset, width }) => [text, offset, width])).toEqual([['合计', 0, 40], ['650.30', 300, 80]]));
  it('end where another run begins, however near', () => expect(stretchesOf([word('a', 0, 40), word('b', 42, 80, ' ', box(42, 80))])).toHaveLength(2));
  it('take height and baseline from the run, not from a word without ascenders', () => expect(stretchesOf([word('on', 0, 40)])[0]).toMatchObject({ height: 20, baseline: 120, degrees: 0 }));
  it('lie as their run lies', () => {
    const tilted: Polygon = [[0, 0], [100, 100], [90, 110], [-10, 10]];
    const [stretch] = stretchesOf([{ ...word('x', 0, 0, '', tilted), polygon: [[10, 10], [40, 40], [30, 50], [0, 20]] }]);
    expect([stretch?.degrees, stretch?.offset, stretch?.width].map((value) => Math.round(value ?? 0))).toEqual([45, 14, 42]);
  });
});
