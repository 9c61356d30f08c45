import sharp, { type Metadata } from 'sharp';
import { describe, expect, it } from 'vitest';
import { bombPng } from './bomb.js';
import { asCmyk, asFormat, asPalette, asSixteenBit, inOneFile, turned } from './formats.js';
import { withOrientation } from './orientation.js';
import { drawPage } from './page.js';

const page = drawPage({ lines: ['Formats'], widthPx: 200, heightPx: 80 });
const other = drawPage({ lines: ['Again'], widthPx: 200, heightPx: 80 });
const headerOf = (file: Uint8Array): Promise<Metadata> => sharp(file).metadata();

describe('a page in another format', () => {
  it('is what it says', async () => {
    expect(await headerOf(await asFormat(page, 'tiff', 300))).toMatchObject({ format: 'tiff', density: 300 });
    expect(await headerOf(await asCmyk(page))).toMatchObject({ format: 'jpeg', space: 'cmyk' });
    expect(await headerOf(await asSixteenBit(page))).toMatchObject({ format: 'png', depth: 'ushort' });
    expect(await headerOf(await asPalette(page))).toMatchObject({ format: 'png', isPalette: true });
  });

  it('holds all its pages or frames', async () => {
    expect(await headerOf(await inOneFile([page, other, page], 'tiff'))).toMatchObject({ pages: 3 });
    expect(await headerOf(await inOneFile([page, other], 'webp'))).toMatchObject({ pages: 2 });
  });

  it('lies on its side when turned, and says so only with an orientation', async () => {
    expect(await headerOf(await turned(page, 90))).toMatchObject({ width: 80, height: 200 });
    expect(await headerOf(await withOrientation(page, 6))).toMatchObject({ width: 80, height: 200, orientation: 6 });
  });
});

it('a bomb is small as a file and enormous as a picture', async () => {
  const bomb = bombPng(30_000, 30_000);
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await sharp(bomb, { limitInputPixels: false }).metadata()).toMatchObject({ format: 'png', width: 30_000, height: 30_000 });
});
