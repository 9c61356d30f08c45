import { describe, expect, it } from 'vitest';
import { renderingSize } from './rendering-size.js';

const A4 = [595.28, 841.89] as const;
const caps = { maxPixels: 100_000_000 };
const picture = (widthPx: number, heightPx: number, widthPt: number = A4[0], heightPt: number = A4[1]) => ({ widthPx, heightPx, widthPt, heightPt });

describe('a page is rendered', () => {
  it('at 200 dpi when it is drawn', () => {
    expect(renderingSize(1, ...A4, [], caps)).toEqual({ width: 1654, height: 2339, dpi: 200 });
  });

  it('in its own size when it is a scan, fine or coarse', () => {
    expect(renderingSize(1, ...A4, [picture(2480, 3508)], caps)).toMatchObject({ width: 2480, height: 3508 });
    expect(renderingSize(1, ...A4, [picture(827, 1170)], caps)).toMatchObject({ width: 827, height: 1170 });
  });

  it('in its own size also when its pixels were taken for points', () => {
    expect(renderingSize(1, 2480, 3508, [picture(2480, 3508, 2480, 3508)], caps)).toEqual({ width: 2480, height: 3508, dpi: 72 });
  });

  it('as finely as the finest of the pictures that make up a scan', () => {
    const strips = [picture(2480, 1754, A4[0], A4[1] / 2), picture(2480, 1754, A4[0], A4[1] / 2)];
    expect(renderingSize(1, ...A4, strips, caps)).toMatchObject({ width: 2480, height: 3508 });
    expect(renderingSize(1, ...A4, [picture(620, 877), picture(2480, 3508)], caps)).toMatchObject({ width: 2480 });
  });

  it('as drawn when a picture is only part of it', () => {
    expect(renderingSize(1, ...A4, [picture(3000, 2000, 300, 200)], caps).dpi).toBe(200);
  });

  it('no finer than 600 dpi', () => {
    expect(renderingSize(1, ...A4, [picture(9_920, 14_032)], { maxPixels: 1e9 }).dpi).toBe(600);
  });

  it('within the cap', () => {
    const { width, height } = renderingSize(1, ...A4, [picture(2480, 3508)], { maxPixels: 1_000_000 });
    expect(width * height).toBeLessThanOrEqual(1_000_000);
    expect(width * height).toBeGreaterThan(990_000);
  });

  it('with no side longer than a reader can hold', () => {
    expect(renderingSize(1, 14_000, 20, [], { maxPixels: 1e9 }).width).toBeLessThanOrEqual(32_767);
  });

  it('not at all when print would not be legible within the cap', () => {
    expect(() => renderingSize(7, 14_400, 14_400, [], caps)).toThrow(expect.objectContaining({ reason: 'too_many_pixels', message: expect.stringContaining('Page 7 measures 200 by 200 inches') as string }));
  });

  it('with at least one pixel', () => {
    expect(renderingSize(1, 0, 0, [], caps)).toMatchObject({ width: 3, height: 3 });
  });
});
