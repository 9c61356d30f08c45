import { describe, expect, it } from 'vitest';
import { around, gapBetween, heightOf, polygonOf, slantDegrees } from './polygon.js';

it('a box becomes four corners, clockwise from the top left', () => {
  expect(polygonOf(10, 20, 30, 5)).toEqual([[10, 20], [40, 20], [40, 25], [10, 25]]);
});

describe('text that slants', () => {
  const first = [[0, 0], [80, 60], [74, 68], [-6, 8]] as ReturnType<typeof polygonOf>;
  const second = [[96, 72], [176, 132], [170, 140], [90, 80]] as ReturnType<typeof polygonOf>;

  it('is as high as its letters', () => {
    expect(heightOf(first)).toBe(10);
  });

  it('keeps its distance to what follows on its line', () => {
    expect(gapBetween(first, second)).toBeCloseTo(20);
    expect(gapBetween(second, first)).toBeLessThan(0);
  });

  it('tells by how much', () => {
    expect(slantDegrees(first)).toBeCloseTo(36.87);
  });

  it('lies in an upright box', () => {
    expect(around([first, second])).toEqual([[-6, 0], [176, 0], [176, 140], [-6, 140]]);
  });
});
