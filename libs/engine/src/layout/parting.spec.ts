import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../image/grey-image.js';
import { partingOf } from './parting.js';

const blank = (width: number, height: number): GreyImage => ({ width, height, grey: new Uint8Array(width * height).fill(255) });
const inked = (page: GreyImage, ...rows: number[]): GreyImage => {
  for (const y of rows) page.grey.fill(0, (y + 1) * page.width - 80, (y + 1) * page.width - 20);
  return page;
};
/** Lines of ten rows, so many from the first on. */
const lines = (first: number, count: number, pitch: number): number[] => Array.from({ length: count }, (_, line) => Array.from({ length: 10 }, (_row, row) => first + line * pitch + row)).flat();
const nowhere = { isDivided: () => false };

describe('a page is parted', () => {
  it('between two paragraphs where they are near its middle', () => {
    const page = inked(blank(100, 400), ...lines(20, 12, 14), ...lines(200, 12, 14));
    expect(partingOf(page, nowhere)).toBe(192);
  });

  it('between two lines of one paragraph where there is nothing better', () => {
    const parting = partingOf(inked(blank(100, 400), ...lines(20, 24, 14)), nowhere) ?? 0;
    expect((parting - 20) % 14).toBe(12);
    expect(Math.abs(parting - 190)).toBeLessThan(60);
  });

  it('not at white that leaves nearly all text on one side', () => {
    const page = inked(blank(100, 500), ...lines(20, 2, 14), ...lines(120, 20, 14));
    expect(partingOf(page, nowhere)).toBeGreaterThan(200);
  });

  it('not through columns', () => {
    const page = inked(blank(100, 400), ...lines(20, 12, 14), ...lines(200, 12, 14));
    expect(partingOf(page, { isDivided: (row) => row > 185 && row < 200 })).not.toBe(192);
    expect(partingOf(page, { isDivided: () => true })).toBeNull();
  });

  it('nowhere when its lines run into each other, or when it has none', () => {
    expect(partingOf(inked(blank(100, 400), ...lines(20, 30, 10)), nowhere)).toBeNull();
    expect(partingOf(inked(blank(100, 400), ...lines(20, 30, 12)), nowhere)).toBeNull();
    expect(partingOf(blank(100, 400), nowhere)).toBeNull();
  });
});
