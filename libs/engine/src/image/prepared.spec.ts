import { describe, expect, it } from 'vitest';
import { moved } from './affine.js';
import type { GreyImage } from './grey-image.js';
import { prepare } from './prepared.js';

const grey = new Uint8Array(120 * 80).fill(255);
for (let y = 20; y < 30; y++) grey.fill(0, y * 120 + 80, y * 120 + 90);
const image: GreyImage = { width: 120, height: 80, grey };

/** The middle of the ink. */
const inkOf = ({ width, grey: pixels }: GreyImage): [number, number] => {
  let [x, y, weight] = [0, 0, 0];
  pixels.forEach((level, at) => {
    x += (255 - level) * ((at % width) + 0.5);
    y += (255 - level) * (Math.floor(at / width) + 0.5);
    weight += 255 - level;
  });
  return [x / weight, y / weight];
};

describe('a prepared picture', () => {
  it('leads back to the picture as it came', async () => {
    const prepared = await prepare(image, [
      { name: 'turn', settings: { degrees: 90 } },
      { name: 'scale', settings: { width: 160, height: 240 } },
      { name: 'deskew', settings: { degrees: 3 } },
    ]);
    const [x, y] = moved(inkOf(prepared.image), prepared.back);
    expect(Math.abs(x - 85)).toBeLessThan(0.7);
    expect(Math.abs(y - 25)).toBeLessThan(0.7);
  });

  it('is the same picture when nothing is to be done', async () => {
    expect((await prepare(image, [])).image).toBe(image);
  });

  it('is refused for a step nobody knows, by its name', async () => {
    await expect(prepare(image, [{ name: 'sharpen', settings: {} }])).rejects.toThrow(/no step "sharpen"/);
    await expect(prepare(image, [{ name: 'constructor', settings: {} }])).rejects.toMatchObject({ name: 'NotReplayable' });
  });

  it('never grows beyond what readers hold, whatever a recipe says', async () => {
    await expect(prepare(image, [{ name: 'scale', settings: { width: 30_000, height: 30_000 } }])).rejects.toThrow(/"scale" of the recipe comes to 30000 by 30000 pixels; a page is enlarged to at most 50000000/);
    await expect(prepare(image, [{ name: 'scale', settings: { width: 1e9, height: 1 } }])).rejects.toThrow(/"width", a number from 1 to 32767/);
    await expect(prepare(image, [{ name: 'turn', settings: { degrees: 100 } }])).rejects.toThrow(/90, 180 or 270/);
  });

  it('is not turned by degrees onto paper that would swell its reader', async () => {
    const wide = { name: 'scale', settings: { width: 16_000, height: 3_000 } };
    await expect(prepare(image, [wide, { name: 'deskew', settings: { degrees: 45 } }])).rejects.toThrow(/"deskew" of the recipe comes to \d+ by \d+ pixels; a page is enlarged to at most 50000000/);
    await expect(prepare(image, [{ name: 'scale', settings: { width: 32_767, height: 10 } }, { name: 'deskew', settings: { degrees: 1 } }])).resolves.toMatchObject({ image: { width: 32_763 } });
  });

  it.each(['turn', 'scale', 'invert', 'even_light', 'deskew'])('is refused for the step "%s" told twice, which would cost as much again', async (name) => {
    const step = { name, settings: { degrees: 90, width: 10, height: 10, cell: 8, ...(name === 'deskew' && { degrees: 45 }) } };
    await expect(prepare(image, [step, { name: name === 'invert' ? 'scale' : 'invert', settings: { width: 9, height: 9 } }, step])).rejects.toMatchObject({ name: 'NotReplayable', message: expect.stringContaining(`"${name}" stands in the recipe more than once`) as string });
  });

  it('is refused for a step without its setting', async () => {
    await expect(prepare(image, [{ name: 'deskew', settings: {} }])).rejects.toThrow(/"deskew" of the recipe needs "degrees", a number from -45 to 45/);
  });
});
