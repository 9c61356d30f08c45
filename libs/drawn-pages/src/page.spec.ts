import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPage } from './page.js';

const inkOf = async (page: Uint8Array): Promise<number> => (await sharp(page).greyscale().stats()).channels[0]?.mean ?? 0;

describe('a drawn page', () => {
  it('shows each Han character as itself and not as the same empty box', async () => {
    const inks = await Promise.all(['墨', '证', '一', '鑫'].map((line) => inkOf(drawPage({ lines: [line] }))));
    expect(new Set(inks).size).toBe(4);
  });

  it('has the same bytes each time', () => {
    const page = { lines: ['Same', '同样'] };
    expect(drawPage(page).equals(drawPage(page))).toBe(true);
  });

  it('is as high as its lines need unless told otherwise', async () => {
    const heightOf = async (page: Buffer): Promise<number> => (await sharp(page).metadata()).height;
    expect(await heightOf(drawPage({ lines: ['a'], fontPx: 20 }))).toBeLessThan(await heightOf(drawPage({ lines: ['a', 'b', 'c'], fontPx: 20 })));
    expect(await heightOf(drawPage({ lines: ['a'], heightPx: 77 }))).toBe(77);
  });
});
