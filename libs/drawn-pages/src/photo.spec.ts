import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPage } from './page.js';
import { asPhoto } from './photo.js';
import { ontoPage, turnedQuad } from './quad.js';

const page = drawPage({ lines: ['On a desk'], widthPx: 300, heightPx: 120 });

describe('a photograph of a page', () => {
  it('is the same for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all([asPhoto(page), asPhoto(page), asPhoto(page, { seed: 8 })]);
    expect(first?.equals(again as Buffer)).toBe(true);
    expect(first?.equals(other as Buffer)).toBe(false);
  });

  it('is a JPEG, larger than the page by the desk around it', async () => {
    expect(await sharp(await asPhoto(page, { deskShare: 0.1 })).metadata()).toMatchObject({ format: 'jpeg', width: 360, height: 180 });
  });
});

describe('a page laid on four corners', () => {
  const corners = [[10, 20], [110, 30], [120, 140], [5, 125]] as const;

  it('has each of its corners there', () => {
    const found = corners.map(([x, y]) => ontoPage(corners)(x, y).map((part) => Math.round(part * 1e6) / 1e6 + 0));
    expect(found).toEqual([[0, 0], [1, 0], [1, 1], [0, 1]]);
  });

  it('turns clockwise about its middle', () => {
    const [topLeft] = turnedQuad(0, 0, 100, 100, 90);
    expect(topLeft.map((part) => Math.round(part) + 0)).toEqual([100, 0]);
  });
});
