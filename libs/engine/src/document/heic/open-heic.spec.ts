import { asFormat, asHeic, drawPage } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { inspect } from '../inspect.js';
import { decode } from '../picture/decode.js';
import { openHeic } from './open-heic.js';

const caps = { maxPixels: 1_000_000, maxPages: 3 };
const page = drawPage({ lines: ['Photo 照片'], widthPx: 256, heightPx: 96, fontPx: 32 });
const wanted = await decode(page, 1, caps.maxPixels);
const pictureOf = async (file: Uint8Array) => (await (await openHeic(file, {}, caps)).page(1)).picture();
const difference = (found: Uint8Array): number => found.reduce((sum, value, index) => sum + Math.abs(value - (wanted.grey[index] ?? 0)), 0) / found.length;

describe('a HEIC', () => {
  it('comes out as it was photographed', async () => {
    const { width, height, grey, steps } = await (await (await openHeic(await asHeic(page), {}, caps)).page(1)).picture();
    expect([width, height]).toEqual([256, 96]);
    expect(difference(grey)).toBeLessThan(2);
    expect(steps[0]).toEqual({ name: 'decode', settings: { format: 'heic', page: 1 } });
  });

  it('tells its size as it will stand, and stands so', async () => {
    const found = await (await openHeic(await asHeic(page, 1), {}, caps)).page(1);
    expect([found.width, found.height]).toEqual([96, 256]);
    expect(await found.picture()).toMatchObject({ width: 96, height: 256 });
  });

  it('is known by its header alone', async () => {
    expect(await inspect(await asHeic(page), caps)).toEqual({ mediaType: 'image/heic', width: 256, height: 96, pages: 1, frames: 1 });
  });

  it('that claims a size beyond the cap is refused before it is decoded', async () => {
    const bomb = await asHeic(page);
    bomb.writeUInt32BE(60_000, bomb.indexOf('ispe') + 8);
    await expect(openHeic(bomb, {}, caps)).rejects.toMatchObject({ reason: 'too_many_pixels' });
  });

  it('that is whole and coded otherwise is no damaged one: it is to be converted', async () => {
    const avif = await asFormat(page, 'avif');
    const typeEnd = avif.readUInt32BE(0);
    const heif = Buffer.concat([Buffer.from(avif.toString('latin1', 0, typeEnd).replaceAll('avif', 'mif1'), 'latin1'), avif.subarray(typeEnd)]);
    await expect(pictureOf(heif)).rejects.toMatchObject({ reason: 'unsupported', message: expect.stringContaining('Convert it to JPEG or PNG') as string });
    await expect(pictureOf(heif.subarray(0, heif.length - 100))).rejects.toMatchObject({ reason: 'corrupt' });

    const undecodable = await asHeic(page);
    undecodable.fill(0, undecodable.indexOf('hvcC') + 30, undecodable.indexOf('hvcC') + 60);
    await expect(pictureOf(undecodable)).rejects.toMatchObject({ reason: 'unsupported' });
  });

  it('that lost its end, or its middle, is corrupt', async () => {
    const whole = await asHeic(page);
    await expect(pictureOf(whole.subarray(0, 300))).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(pictureOf(Buffer.concat([whole.subarray(0, 40), Buffer.alloc(400)]))).rejects.toMatchObject({ reason: 'corrupt' });
  });
});
