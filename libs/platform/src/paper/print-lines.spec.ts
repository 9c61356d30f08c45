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

it('prints black on white with a margin of white around, or readers take the edge for a frame', async () => {
  const { data, info } = await sharp(await printLines(['harbour lantern'])).greyscale().raw().toBuffer({ resolveWithObject: true });
  const rows = Array.from({ length: info.height }, (_, y) => data.subarray(y * info.width, (y + 1) * info.width));
  expect([...rows.slice(0, 30), ...rows.slice(-30)].every((row) => row.every((grey) => grey === 255))).toBe(true);
  expect(rows.every((row) => [...row.subarray(0, 30), ...row.subarray(-30)].every((grey) => grey === 255))).toBe(true);
  expect(Math.min(...data)).toBeLessThan(60);
});

it('prints in the face that comes with it, not in one of the machine', async () => {
  const { width: ofTheMachine } = await sharp({ text: { text: 'harbour lantern', font: 'sans 21', dpi: 96 } }).metadata();
  const { width } = await sharp(await printLines(['harbour lantern'])).metadata();
  expect(width - 72).not.toBe(ofTheMachine);
});
