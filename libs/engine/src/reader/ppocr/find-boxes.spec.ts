import { describe, expect, it } from 'vitest';
import { findBoxes } from './find-boxes.js';
import type { ProbabilityMap } from './probability-map.js';

/** A map with a core of some probability from one corner to the other. */
const mapWith = (...cores: [left: number, top: number, right: number, bottom: number, value: number][]): ProbabilityMap => {
  const values = new Float32Array(100 * 60);
  for (const [left, top, right, bottom, value] of cores) for (let y = top; y < bottom; y++) values.fill(value, y * 100 + left, y * 100 + right);
  return { width: 100, height: 60, values };
};

describe('boxes in a map', () => {
  it('are larger than the cores by which lines are told apart', () => {
    const [box] = findBoxes(mapWith([20, 20, 70, 30, 0.9]));
    expect([box?.x, box?.y, box?.angle]).toEqual([45, 25, 0]);
    expect(box?.height).toBeGreaterThan(15);
    expect(box?.width).toBeCloseTo((box?.height ?? 0) + 40);
  });

  it('are told in pixels of the image', () => {
    const [box] = findBoxes(mapWith([20, 20, 70, 30, 0.9]), 2, 3);
    const [plain] = findBoxes(mapWith([20, 20, 70, 30, 0.9]));
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([90, 75, 2 * (plain?.width ?? 0), 3 * (plain?.height ?? 0)]);
  });

  it('are not made of texture or of specks', () => {
    expect(findBoxes(mapWith([20, 20, 70, 30, 0.45], [5, 5, 7, 7, 0.9]))).toEqual([]);
  });
});
