import { asFormat, drawPage, inOneFile, mutated, noise, withOrientation } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { tiffForms, tiffOf } from '../../testing/tiff.js';
import { Unreadable } from '../../unreadable.js';
import { pictureHeader } from './picture-header.js';
import { tiffPages } from './tiff-pages.js';

const page = drawPage({ lines: ['one'], widthPx: 40, heightPx: 20 });
const refused = { name: 'Unreadable', reason: 'corrupt' };
const orRefused = <Result>(work: () => Result): Result | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
};
const three = [{ width: 3, height: 5 }, { width: 70_000, height: 2, isHollow: true }, { width: 7, height: 4 }];

describe('the pages of a TIFF', () => {
  it.each(tiffForms)('are told with their sizes, written as %o', (form) => {
    expect(tiffPages(tiffOf(three, form)).sizes).toEqual(three.map(({ width, height }) => ({ width, height })));
  });

  it('are told as they stand upright', async () => {
    expect(tiffPages(tiffOf([{ width: 3, height: 5, orientation: 6 }])).sizes).toEqual([{ width: 5, height: 3 }]);
    expect(tiffPages(await withOrientation(page, 6, 'tiff')).sizes).toEqual([{ width: 40, height: 20 }]);
  });

  it('are told of the files that others write', async () => {
    expect(tiffPages(await inOneFile([page, page], 'tiff')).sizes).toEqual(Array(2).fill({ width: 40, height: 20 }));
  });

  it.each(tiffForms)('stand alone in a copy, one after the other in any order, written as %o', (form) => {
    const file = tiffOf(three, form);
    const before = Buffer.from(file);
    const pages = tiffPages(file);
    for (const page of [2, 1, 3, 3, 1]) expect(tiffPages(pages.alone(page)).sizes).toEqual([{ width: three[page - 1]?.width, height: three[page - 1]?.height }]);
    expect(file.equals(before)).toBe(true);
  });

  it('of damaged files are of the size that the library finds which decodes them', async () => {
    const [random, file] = [noise(11), await asFormat(page, 'tiff')];
    let both = 0;
    for (let index = 0; index < 500; index++) {
      const damaged = mutated(file, random);
      const told = orRefused(() => tiffPages(damaged));
      const found = await pictureHeader(damaged, 'image/tiff', 1).then(({ width, height }) => ({ width, height }), () => null);
      if (!told || !found) continue;
      both++;
      expect({ index, page: told.sizes[0] }).toEqual({ index, page: found });
    }
    expect(both).toBeGreaterThan(50);
  });
});

describe('refused are directories', () => {
  it.each(tiffForms)('that lead back to one before, written as %o', (form) => {
    const first = tiffOf(three.slice(0, 1), form);
    const at = first.length - (form.isBig ? 8 + 10 * 20 + 8 : 2 + 10 * 12 + 4);
    expect(() => tiffPages(tiffOf(three, form, at))).toThrow(expect.objectContaining(refused));
  });

  it.each(tiffForms)('that lead beyond the file, written as %o', (form) => {
    const whole = tiffOf(three, form);
    for (const after of [whole.length, whole.length - 1, 0xffff_fff0]) expect(() => tiffPages(tiffOf(three, form, after))).toThrow(expect.objectContaining(refused));
    for (let length = 0; length < whole.length; length++) expect(() => tiffPages(whole.subarray(0, length))).toThrow(expect.objectContaining(refused));
  });

  it('one of which has no size', () => {
    for (const none of [{ width: 3, height: 0 }, { width: 0, height: 5 }]) expect(() => tiffPages(tiffOf([...three, none]))).toThrow(expect.objectContaining(refused));
  });

  it('that lie over one another, so that nobody walks the same bytes again and again', () => {
    const file = Buffer.alloc(3_000);
    file.write('MM\0*\0\0\0\x08', 'latin1');
    // A directory of a hundred entries every six bytes, each leading to the next; where it says so lies within one further on.
    for (let at = 8; at + 6 <= file.length; at += 6) {
      file.writeUInt16BE(100, at);
      if (at >= 1_208) file.writeUInt32BE(at - 1_194, at + 2);
    }
    expect(() => tiffPages(file)).toThrow(expect.objectContaining(refused));
  });

  it('that are more than anybody scans', () => {
    const hollow = Array.from({ length: 65_536 }, () => ({ width: 3, height: 5, isHollow: true }));
    expect(tiffPages(tiffOf(hollow.slice(1))).sizes).toHaveLength(65_535);
    expect(() => tiffPages(tiffOf(hollow))).toThrow(expect.objectContaining({ reason: 'too_many_pages' }));
  });
});
