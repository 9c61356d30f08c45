import { asCmyk, asFormat, asPalette, drawPage, noise } from '@inkproof/drawn-pages';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { group4 } from './group4.js';
import { plainJpeg } from './jpeg.js';
import { plainPng } from './png.js';
import { jpegOfTiff } from './tiff-jpeg.js';

const page = drawPage({ lines: ['one', 'two'], widthPx: 320 });
const fax = sharp(page).flatten().threshold().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer();

describe('pictures that PDF holds as they are', () => {
  it('are JPEGs of one, three and four channels, progressive or not', async () => {
    const grey = await sharp(page).greyscale().toColourspace('b-w').jpeg().toBuffer();
    const progressive = await sharp(page).jpeg({ progressive: true }).toBuffer();
    expect([grey, progressive, await asCmyk(page)].map((file) => plainJpeg(file)?.channels)).toEqual([1, 3, 4]);
    expect(plainJpeg(await asCmyk(page))?.isInverted).toBe(true);
  });

  it('are PNGs without transparency that are not interlaced', async () => {
    const opaque = sharp(page).flatten();
    expect(plainPng(await opaque.clone().png().toBuffer())).toMatchObject({ width: 320, bits: 8, channels: 3, palette: null });
    expect(plainPng(await asPalette(await opaque.clone().png().toBuffer()))?.palette).not.toBeNull();
    expect(plainPng(await opaque.clone().png({ progressive: true }).toBuffer())).toBeNull();
    expect(plainPng(await sharp(page).ensureAlpha().png().toBuffer())).toBeNull();
  });

  it('are fax-coded TIFFs, strip by strip', async () => {
    const found = group4(await fax, 0);
    expect(found?.width).toBe(320);
    expect(found?.strips.reduce((sum, { height }) => sum + height, 0)).toBe(found?.height);
    expect(group4(await asFormat(page, 'tiff'), 0)).toBeNull();
    expect(group4(await fax, 1)).toBeNull();
  });

  it('are JPEG-coded TIFFs in strips, whose pixels stay what they were', async () => {
    const file = await sharp(page).flatten().resize(701, 613).tiff({ compression: 'jpeg', quality: 70 }).toBuffer();
    const jpeg = jpegOfTiff(file, 0) ?? new Uint8Array();
    expect(plainJpeg(jpeg)).toMatchObject({ width: 701, height: 613, channels: 3 });
    expect(jpegOfTiff(file, 1)).toBeNull();
    expect(jpegOfTiff(await sharp(page).tiff({ compression: 'jpeg', tile: true }).toBuffer(), 0)).toBeNull();
    expect(jpegOfTiff(await fax, 0)).toBeNull();
  });

  it('are never found in damage, and damage never harms', async () => {
    const files = [await fax, await asFormat(page, 'tiff'), await sharp(page).flatten().png().toBuffer(), await sharp(page).jpeg().toBuffer()];
    const next = noise(11);
    for (let turn = 0; turn < 600; turn++) {
      const file = Buffer.from(files[turn % files.length] ?? []);
      for (let change = 0; change < 1 + (turn % 5); change++) file[Math.floor(next() * Math.min(file.length, 400))] = Math.floor(next() * 256);
      const cut = file.subarray(0, turn % 3 === 0 ? Math.floor(next() * file.length) : file.length);
      expect(() => [group4(cut, turn % 2), jpegOfTiff(cut, turn % 2), plainPng(cut), plainJpeg(cut)]).not.toThrow();
    }
  });
});
