import sharp from 'sharp';
import { expect, it } from 'vitest';
import { printLines } from './print-lines.js';

it('prints lines as a small picture, the same on every machine', async () => {
  const inkOf = async (picture: Buffer) => 255 - (await sharp(picture).stats()).channels[0]!.mean;
  const [one, two] = [await printLines(['harbour lantern']), await printLines(['harbour lantern', 'silver meadow'])];
  const [{ width, height, format }, taller] = [await sharp(one).metadata(), await sharp(two).metadata()];
  expect({ format, isSmall: one.length < 20_000 && width < 500 }).toEqual({ format: 'png', isSmall: true });
  expect(taller.height).toBeGreaterThan(height);
  expect(await inkOf(one)).toBeGreaterThan(5);
});
