import { asCmyk, asFormat, asPalette, asSixteenBit, drawPage, inOneFile, turned, withOrientation, type ExifOrientation, type Format } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';
import { inspect } from './inspect.js';
import type { PageImage } from './page-image.js';

const caps = { maxPixels: 1_000_000, maxPages: 3 };
const drawn = { lines: ['Upright 墨证'], widthPx: 400, heightPx: 160 };
const page = drawPage(drawn);
const turned180 = await turned(page, 180);
const other = drawPage({ ...drawn, lines: ['Another page'] });

const decoded = async (file: Uint8Array, number = 0): Promise<PageImage> => decode(file, number, await inspect(file, caps), caps);

/** Mean difference of two pages in grey levels; lossy formats differ by one or two, a flip by twenty. */
const difference = (a: PageImage, b: PageImage): number => a.grey.reduce((sum, value, index) => sum + Math.abs(value - (b.grey[index] ?? 0)), 0) / a.grey.length;

const looksLike = (found: PageImage, wanted: PageImage): void => {
  expect([found.width, found.height, found.grey.length]).toEqual([wanted.width, wanted.height, wanted.width * wanted.height]);
  expect(difference(found, wanted)).toBeLessThan(3);
};

describe('a page comes out grey and upright', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] satisfies Format[])('from %s', async (format) => {
    looksLike(await decoded(await asFormat(page, format)), await decoded(page));
  });

  it.each([['CMYK', asCmyk], ['16 bits a channel', asSixteenBit], ['a palette', asPalette]] as const)('from %s', async (_, convert) => {
    looksLike(await decoded(await convert(page)), await decoded(page));
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8] satisfies ExifOrientation[])('from EXIF orientation %i', async (tag) => {
    looksLike(await decoded(await withOrientation(page, tag)), await decoded(page));
  });

  it('which a turned page without an orientation does not', async () => {
    expect(difference(await decoded(turned180), await decoded(page))).toBeGreaterThan(6);
  });

  it.each(['tiff', 'webp', 'png'] as const)('from an orientation in %s', async (format) => {
    const found = await decoded(await withOrientation(page, 6, format));
    looksLike(found, await decoded(page));
    expect(found.orientation).toEqual({ mirrored: false, rotation: 90 });
  });

  it('from black on nothing, as black on white', async () => {
    looksLike(await decoded(drawPage({ ...drawn, paper: 'transparent' })), await decoded(page));
  });

  it('from the second page of a TIFF', async () => {
    looksLike(await decoded(await inOneFile([page, other], 'tiff'), 1), await decoded(other));
  });

  it.each(['gif', 'webp'] as const)('from the first frame of an animated %s, and the steps say so', async (format) => {
    const found = await decoded(await inOneFile([page, other], format));
    looksLike(found, await decoded(page));
    expect(found.steps).toContain('first frame of 2');
  });
});

describe('what was done to a page', () => {
  it('is told in order', async () => {
    expect((await decoded(await withOrientation(page, 7))).steps).toEqual(['decode', 'mirror', 'upright 90', 'grey']);
    expect((await decoded(page)).steps).toEqual(['decode', 'flatten', 'grey']);
  });

  it('includes no resolution that the file did not state', async () => {
    expect((await decoded(await asFormat(page, 'jpeg', 300))).dpi).toBe(300);
    expect((await decoded(page)).dpi).toBeNull();
  });
});

describe('a page that lost its end is corrupt', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] satisfies Format[])('as %s', async (format) => {
    const whole = await asFormat(page, format);
    for (const share of [0.9, 0.5]) {
      await expect(decoded(whole.subarray(0, Math.floor(whole.length * share)))).rejects.toMatchObject({ reason: 'corrupt' });
    }
  });
});
