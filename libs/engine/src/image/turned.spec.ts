import { describe, expect, it } from 'vitest';
import type { Rotation } from '../reading.js';
import { moved, turning } from './affine.js';
import { turned } from './turned.js';

const image = { width: 3, height: 2, grey: Uint8Array.of(1, 2, 3, 4, 5, 6) };

describe('a picture turned by quarters', () => {
  it.each([
    [90, 2, 3, [4, 1, 5, 2, 6, 3]],
    [180, 3, 2, [6, 5, 4, 3, 2, 1]],
    [270, 2, 3, [3, 6, 2, 5, 1, 4]],
  ] as const)('by %i degrees has its rows and columns where they belong', (degrees, width, height, grey) => {
    expect(turned(image, degrees)).toEqual({ width, height, grey: Uint8Array.from(grey) });
  });

  it('by nothing is the same picture', () => {
    expect(turned(image, 0)).toBe(image);
  });

  it.each([90, 180, 270] satisfies Rotation[])('by %i degrees has its points where the map says', (degrees) => {
    const out = turned(image, degrees);
    for (let y = 0; y < 2; y++) {
      for (let x = 0; x < 3; x++) {
        const [toX, toY] = moved([x + 0.5, y + 0.5], turning(degrees, 3, 2));
        expect(out.grey[Math.floor(toY) * out.width + Math.floor(toX)]).toBe(image.grey[y * 3 + x]);
      }
    }
  });
});
