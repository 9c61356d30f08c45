import { asBmp, drawPage, type BmpKind } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { decode } from '../picture/decode.js';
import { openBmp } from './open-bmp.js';

const caps = { maxPixels: 1_000_000, maxPages: 3 };
const page = drawPage({ lines: ['Bitmap 位图'], widthPx: 301, heightPx: 90 });
const wanted = (await decode(page, 1, caps.maxPixels)).grey;

const pictureOf = async (file: Uint8Array) => (await openBmp(file, {}, caps).page(1)).picture();
const difference = (found: Uint8Array): number => found.reduce((sum, value, index) => sum + Math.abs(value - (wanted[index] ?? 0)), 0) / found.length;

describe('a BMP', () => {
  it.each([4, 8, 16, 24, 32, 'rle4', 'rle8', 'top-down', 'fields16', 'fields32', 'os2'] satisfies BmpKind[])('of kind %s comes out as it was drawn', async (kind) => {
    const { width, height, grey } = await pictureOf(await asBmp(page, kind));
    expect([width, height]).toEqual([301, 90]);
    expect(difference(grey)).toBeLessThan(3);
  });

  it('of one bit a pixel comes out black and white', async () => {
    const { grey } = await pictureOf(await asBmp(page, 1));
    expect(new Set(grey)).toEqual(new Set([0, 255]));
    expect(difference(grey)).toBeLessThan(6);
  });

  it('tells its resolution, in dots a metre', () => {
    return asBmp(page, 24).then(async (file) => expect((await openBmp(file, {}, caps).page(1)).dpi).toBe(150));
  });

  it.each([8, 24, 'rle8', 'os2'] satisfies BmpKind[])('of kind %s that lost its end is corrupt', async (kind) => {
    const whole = await asBmp(page, kind);
    await expect(pictureOf(whole.subarray(0, whole.length - 600))).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it.each([[0, 'a width of nothing'], [-5, 'a width below nothing']])('with %s for a width is corrupt', async (width) => {
    const file = await asBmp(page, 24);
    file.writeInt32LE(width, 18);
    expect(() => openBmp(file, {}, caps)).toThrow(expect.objectContaining({ reason: 'corrupt' }));
  });

  it('that envelops a JPEG is refused with a word on what to do', async () => {
    const file = await asBmp(page, 24);
    file.writeUInt32LE(4, 30);
    expect(() => openBmp(file, {}, caps)).toThrow('Save it as PNG');
  });
});
