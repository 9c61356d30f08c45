import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../image/grey-image.js';
import { layoutOf } from './gutters.js';

const EM = 20;

/** Paints words: 12 px of ink, then a gap, so wide and at this place. */
const paint = (page: GreyImage, left: number, top: number, width: number): void => {
  for (let x = left; x < left + width; x++) if (x % 15 < 12) for (let y = top; y < top + 10; y++) page.grey[y * page.width + x] = 0;
};
const blank = (width: number, height: number): GreyImage => ({ width, height, grey: new Uint8Array(width * height).fill(255) });

const rows = function* (from: number, to: number): Generator<number> {
  for (let y = from; y < to; y += 30) yield y;
};

describe('a page is read', () => {
  it('by columns when it has two of prose', () => {
    const page = blank(1000, 1200);
    for (const y of rows(60, 1100)) {
      paint(page, 60, y, 400);
      paint(page, 520, y, 400 - (y % 7) * 10);
    }
    expect(layoutOf(page, EM).psm).toBe(3);
  });

  it('row by row when prices stand far from their goods', () => {
    const page = blank(520, 900);
    for (const y of rows(60, 800)) {
      paint(page, 40, y, 120 + (y % 5) * 18);
      paint(page, 420, y, 60);
    }
    expect(layoutOf(page, EM).psm).toBe(4);
  });

  it('by columns when it is one of prose', () => {
    const page = blank(900, 1200);
    for (const y of rows(60, 1100)) paint(page, 60, y, 780);
    expect(layoutOf(page, EM).psm).toBe(3);
  });

  it('row by row for prices behind ruled lines too', () => {
    const page = blank(520, 900);
    for (const y of rows(60, 800)) {
      paint(page, 40, y, 120 + (y % 5) * 18);
      paint(page, 420, y, 60);
      page.grey.fill(0, (y + 20) * 520 + 20, (y + 20) * 520 + 500);
    }
    for (let y = 50; y < 820; y++) page.grey[y * 520 + 380] = 0;
    expect(layoutOf(page, EM).psm).toBe(4);
  });

  it('by columns when it is blank', () => {
    expect(layoutOf(blank(300, 300), EM).psm).toBe(3);
  });
});

describe('the text of a page stands side by side', () => {
  it('all along two columns, and not above and below them', () => {
    const page = blank(1000, 1200);
    for (const y of [...rows(60, 240), ...rows(990, 1150)]) paint(page, 60, y, 860);
    for (const y of rows(330, 900)) {
      paint(page, 60, y, 400);
      paint(page, 520, y, 400 - (y % 7) * 10);
    }
    const { isDivided } = layoutOf(page, EM);
    expect([150, 400, 600, 850, 1100].map(isDivided)).toEqual([false, true, true, true, false]);
  });

  it('not where one line is longer than the others', () => {
    const page = blank(1000, 1200);
    for (const y of rows(60, 1100)) paint(page, 60, y, y === 600 ? 860 : 760 + (y % 7) * 5);
    const { isDivided } = layoutOf(page, EM);
    expect([300, 600, 900].some(isDivided)).toBe(false);
  });
});
