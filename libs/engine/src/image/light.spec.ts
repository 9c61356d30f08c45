import { describe, expect, it } from 'vitest';
import { evened, lightOf, unevenness } from './light.js';
import type { GreyImage } from './grey-image.js';

const SIDE = 320;
const CELL = 16;

/** Paper under this light, with a black stroke of 3 px in every 24. */
const under = (light: (x: number, y: number) => number): GreyImage => {
  const grey = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    return light(x, y) * (x % 24 < 3 ? 0.2 : 1);
  });
  return { width: SIDE, height: SIDE, grey };
};

describe('light', () => {
  it('is even on an ordinary page, whatever its paper', () => {
    expect(unevenness(lightOf(under(() => 240), CELL))).toBe(0);
    expect(unevenness(lightOf(under(() => 150), CELL))).toBe(0);
  });

  it('is uneven under a lamp', () => {
    expect(unevenness(lightOf(under((x) => 120 + x / 3), CELL))).toBeGreaterThan(60);
  });

  it('is not judged by what is too dark to be paper', () => {
    expect(unevenness(lightOf(under((x) => (x < 100 ? 30 : 240)), CELL))).toBe(0);
  });

  it('once evened leaves white paper and black ink', () => {
    const { grey } = evened(under((x) => 130 + x / 3), CELL);
    for (const x of [60, 180, 300]) {
      const at = 160 * SIDE + Math.floor(x / 24) * 24;
      expect(grey[at + 12]).toBeGreaterThan(235);
      expect(grey[at + 1]).toBeLessThan(80);
    }
  });

  it('leaves dark parts dark', () => {
    const { grey } = evened(under((x) => (x < 100 ? 30 : 240)), CELL);
    expect(grey[160 * SIDE + 40]).toBeLessThan(90);
  });
});
