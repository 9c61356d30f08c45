import { asBmp, asFormat, bombPng, drawPage, drawPdf, encryptedPdf, inOneFile, withOrientation, type Format } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../testing/processor-time.js';
import { tiffOf } from '../testing/tiff.js';
import { Unreadable } from '../unreadable.js';
import { inspect } from './inspect.js';

const caps = { maxPixels: 1_000_000, maxPages: 3 };
const page = drawPage({ lines: ['one'], widthPx: 400, heightPx: 200 });
const other = drawPage({ lines: ['two'], widthPx: 400, heightPx: 200 });

const refusal = async (file: Uint8Array, within = caps, choice?: string): Promise<Unreadable> => {
  const error: unknown = await inspect(file, within, choice).then(() => null, (reason: unknown) => reason);
  if (error instanceof Unreadable) return error;
  throw new Error('It was let pass');
};

describe('the header of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] satisfies Format[])('tells the size of %s', async (format) => {
    expect(await inspect(await asFormat(page, format), caps)).toEqual({ mediaType: `image/${format}`, width: 400, height: 200, pages: 1, frames: 1 });
  });

  it('tells the size as the page stands upright', async () => {
    expect(await inspect(await withOrientation(page, 6), caps)).toMatchObject({ width: 400, height: 200 });
  });

  it('counts the pages of a TIFF', async () => {
    expect(await inspect(await inOneFile([page, other], 'tiff'), caps)).toMatchObject({ pages: 2, frames: 1 });
  });

  it('counts the thousand pages of a TIFF that has nothing to decode, for the price of its bytes', async () => {
    const file = tiffOf(Array.from({ length: 1_000 }, () => ({ width: 400, height: 200, isHollow: true })));
    const took = processorTime();
    expect(await inspect(file, { ...caps, maxPages: 1_000 })).toMatchObject({ width: 400, height: 200, pages: 1_000 });
    // Asked about page after page, the library that decodes took more than twenty seconds.
    expect(took()).toBeLessThan(500);
  });

  it.each(['gif', 'webp'] as const)('counts the frames of an animated %s', async (format) => {
    expect(await inspect(await inOneFile([page, other, page, other, page], format), caps)).toMatchObject({ pages: 5, frames: 5 });
  });

  it('tells the size of BMP', async () => {
    expect(await inspect(await asBmp(page, 24), caps)).toEqual({ mediaType: 'image/bmp', width: 400, height: 200, pages: 1, frames: 1 });
  });

  it('tells of a PDF only whether it may want a password', async () => {
    const pdf = drawPdf([{ draws: [] }]);
    expect(await inspect(pdf, caps)).toEqual({ mediaType: 'application/pdf', mayBeEncrypted: false });
    expect(await inspect(await encryptedPdf(pdf, 'open'), caps)).toEqual({ mediaType: 'application/pdf', mayBeEncrypted: true });
  });
});

describe('refused by its header alone is', () => {
  it('a bomb, before anything is decoded', async () => {
    const bomb = bombPng(30_000, 30_000);
    const took = processorTime();
    const { reason, limit } = await refusal(bomb);
    expect(took()).toBeLessThan(500);
    expect(reason).toBe('too_many_pixels');
    expect(limit).toEqual({ name: 'max_pixels', max: 1_000_000, actual: 900_000_000 });
  });

  it('a page that the reader would answer with silence, whatever the cap', async () => {
    expect((await refusal(bombPng(40_000, 20), { ...caps, maxPixels: 1e9 })).limit).toEqual({ name: 'max_side_pixels', max: 32_767, actual: 40_000 });
    expect((await refusal(bombPng(12_000, 12_000), { ...caps, maxPixels: 1e9 })).limit).toEqual({ name: 'max_pixels', max: 100_000_000, actual: 144_000_000 });
  });

  it('a TIFF with more pages than are read, unless fewer are asked for', async () => {
    expect(await inspect(await inOneFile([page, other, page, other], 'tiff'), caps, '3-')).toMatchObject({ pages: 4 });
    const { reason, limit } = await refusal(await inOneFile([page, other, page, other], 'tiff'));
    expect(reason).toBe('too_many_pages');
    expect(limit).toEqual({ name: 'max_pages', max: 3, actual: 4 });
  });

  it('a TIFF of which every page that was asked for is too large, by the first of them', async () => {
    const [good, wide, wider] = [{ width: 400, height: 200 }, { width: 4_000, height: 2_000, isHollow: true }, { width: 8_000, height: 2_000, isHollow: true }];
    const file = tiffOf([wide, good, wider]);
    expect(await inspect(file, caps)).toMatchObject({ pages: 3 });
    expect((await refusal(file, caps, '1,3')).limit).toEqual({ name: 'max_pixels', max: 1_000_000, actual: 8_000_000 });
    expect((await refusal(tiffOf([{ width: 0, height: 0 }]))).reason).toBe('corrupt');
  });

  it('a page that is not there', async () => {
    expect((await refusal(await inOneFile([page, other], 'tiff'), caps, '2-3')).reason).toBe('page_missing');
    expect((await refusal(page, caps, '2')).message).toContain('the document has one page');
  });

  it('a BMP that claims a size no file could hold', async () => {
    const bomb = await asBmp(page, 24);
    bomb.writeInt32LE(60_000, 18);
    expect((await refusal(bomb)).reason).toBe('too_many_pixels');
  });

  it('a file with no bytes', async () => {
    expect((await refusal(new Uint8Array())).reason).toBe('empty');
  });

  it('a picture that ends right after its first bytes', async () => {
    expect((await refusal(page.subarray(0, 20))).reason).toBe('corrupt');
    expect((await refusal((await asFormat(page, 'jpeg')).subarray(0, 12))).reason).toBe('corrupt');
  });

  it('noise behind an honest beginning, without repeating any of it', async () => {
    const { reason, message } = await refusal(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('my secret '.repeat(20))]));
    expect(reason).toBe('corrupt');
    expect(message).not.toContain('secret');
  });
});
