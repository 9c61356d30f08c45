import { asCmyk, asFormat, asPalette, asSixteenBit, drawPage, inOneFile, turned, withOrientation, type ExifOrientation, type Format } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../image/grey-image.js';
import type { PagePicture } from '../document.js';
import { decode } from './decode.js';

const drawn = { lines: ['Upright 墨证'], widthPx: 400, heightPx: 160 };
const page = drawPage(drawn);
const turned180 = await turned(page, 180);
const other = drawPage({ ...drawn, lines: ['Another page'] });

const decoded = (file: Uint8Array, number = 1): Promise<PagePicture> => decode(file, number, 1_000_000);
const namesOf = ({ steps }: PagePicture): string[] => steps.map(({ name }) => name);

/** Mean difference of two pages in grey levels; lossy formats differ by one or two, a flip by twenty. */
const difference = (a: GreyImage, b: GreyImage): number => a.grey.reduce((sum, value, index) => sum + Math.abs(value - (b.grey[index] ?? 0)), 0) / a.grey.length;

const looksLike = (found: GreyImage, wanted: GreyImage): void => {
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
    looksLike(await decoded(await inOneFile([page, other], 'tiff'), 2), await decoded(other));
  });

  it.each(['gif', 'webp'] as const)('from each frame of an animated %s', async (format) => {
    const animation = await inOneFile([page, other], format);
    looksLike(await decoded(animation), await decoded(page));
    looksLike(await decoded(animation, 2), await decoded(other));
  });

  it('of a blank page whose transparency is not used, as white', async () => {
    expect(await decoded(drawPage({ lines: [''], paper: '#fff' }))).toMatchObject({ steps: expect.arrayContaining([{ name: 'flatten', settings: { background: '#fff' } }]) as unknown });
  });

  it('from white on nothing, which was made for a dark ground, as white on black', async () => {
    const found = await decoded(drawPage({ ...drawn, paper: 'transparent', ink: '#fff' }));
    looksLike(found, await decoded(drawPage({ ...drawn, paper: '#000', ink: '#fff' })));
    expect(found.steps).toContainEqual({ name: 'flatten', settings: { background: '#000' } });
  });
});

describe('what was done to a page', () => {
  it('is told in order', async () => {
    expect((await decoded(await withOrientation(page, 7))).steps).toEqual([
      { name: 'decode', settings: { format: 'jpeg', page: 1 } },
      { name: 'mirror', settings: {} },
      { name: 'upright', settings: { degrees: 90 } },
      { name: 'grey', settings: {} },
    ]);
    expect(namesOf(await decoded(page))).toEqual(['decode', 'flatten', 'grey']);
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
