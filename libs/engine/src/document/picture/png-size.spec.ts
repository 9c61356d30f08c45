import { drawPage, mutated, noise } from '@inkproof/drawn-pages';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureHeader } from './picture-header.js';
import { pngSize } from './png-size.js';

const page = drawPage({ lines: ['one'], widthPx: 400, heightPx: 200 });
const isPng = (file: Buffer): boolean => file.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n';

describe('the size of a PNG', () => {
  it.each([
    ['in grey or in colours', async () => page],
    ['with a palette', () => sharp(page).png({ palette: true }).toBuffer()],
    ['interlaced and of sixteen bits', () => sharp(page).toColourspace('rgb16').png({ progressive: true }).toBuffer()],
    ['that lets through', () => sharp(page).ensureAlpha().png().toBuffer()],
  ])('is read off one %s', async (_, draw) => {
    expect(pngSize(await draw())).toEqual({ width: 400, height: 200 });
  });

  it('is not read off one that may say how it is to be turned', async () => {
    expect(pngSize(await sharp(page).withMetadata({ orientation: 6 }).png().toBuffer())).toBeUndefined();
  });

  it('is not read off one that is broken off or goes on after its end', () => {
    for (let length = 8; length < page.length; length += 3) expect(pngSize(page.subarray(0, length))).toBeUndefined();
    expect(pngSize(Buffer.concat([page, Buffer.from('more')]))).toBeUndefined();
  });

  it('is said of damaged ones only as the library says it that decodes them', async () => {
    const random = noise(7);
    let said = 0;
    for (let index = 0; index < 1_000; index++) {
      const file = mutated(page, random);
      const size = isPng(file) ? pngSize(file) : undefined;
      if (!size) continue;
      said++;
      const told = await pictureHeader(file, 'image/png', 1).then(({ width, height, count }) => ({ width, height, count }), () => null);
      expect({ index, told }).toEqual({ index, told: { ...size, count: 1 } });
    }
    expect(said).toBeGreaterThan(50);
  });
});
