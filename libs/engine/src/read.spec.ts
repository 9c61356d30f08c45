import { drawPage, inOneFile, withOrientation } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { read } from './read.js';
import { asked, caps, only } from './testing/pages.js';
import { tiffOf } from './testing/tiff.js';
import { block, ScriptedReader, word } from './testing/scripted-reader.js';

const page = drawPage({ lines: ['ignored'], widthPx: 300, heightPx: 100 });
const other = drawPage({ lines: ['ignored too'], widthPx: 300, heightPx: 100 });

describe('a reading', () => {
  it('has a page for each page of the file, in order', async () => {
    const reader = new ScriptedReader([[block([word('first')])], [block([word('second', 0, { confidence: 0.7 })])]]);
    const { pages, document } = await read(await inOneFile([page, other], 'tiff'), asked, caps, only(reader));
    expect(document).toEqual({ mediaType: 'image/tiff', pages: 2, frames: 1 });
    expect(pages.map(({ number, text, confidence }) => ({ number, text, confidence }))).toEqual([
      { number: 1, text: 'first', confidence: 0.9 },
      { number: 2, text: 'second', confidence: 0.7 },
    ]);
  });

  it('has only the pages that were asked for', async () => {
    const { pages } = await read(await inOneFile([page, other], 'tiff'), { ...asked, pages: [2] }, caps, only(new ScriptedReader([[block([word('second')])]])));
    expect(pages.map(({ number, text }) => [number, text])).toEqual([[2, 'second']]);
  });

  it('tells the size and the turn of the page as it was read', async () => {
    const { pages } = await read(await withOrientation(page, 5), asked, caps, only(new ScriptedReader([[block([word('ok')])]])));
    expect(pages[0]).toMatchObject({ width: 300, height: 100, rotation: 270, mirrored: true, dpi: null });
  });

  it('names the readers that read, their data and the file', async () => {
    const { recipe } = await read(page, asked, caps, only(new ScriptedReader([[block([word('ok')])]])));
    expect(recipe).toEqual({
      version: 1,
      engines: [{ reader: 'tesseract', version: 'scripted 1' }],
      data: [{ name: 'eng', sha256: '0'.repeat(64) }],
      inputSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('names no reader for a blank page', async () => {
    const { recipe } = await read(drawPage({ lines: [''] }), asked, caps, only(new ScriptedReader()));
    expect(recipe).toMatchObject({ engines: [], data: [] });
  });

  it('is refused with a recipe that lacks a page to be read, or names one that is not there', async () => {
    const file = await inOneFile([page, other], 'tiff');
    const replayed = (numbers: number[], pages: number[] | null = null): Promise<unknown> =>
      read(file, { ...asked, pages, replay: Object.fromEntries(numbers.map((number) => [number, recipes[number - 1] ?? recipes[0]!])) }, caps, only(new ScriptedReader()));
    const recipes = (await read(file, asked, caps, only(new ScriptedReader()))).pages.map(({ recipe }) => recipe);
    await expect(replayed([1, 2])).resolves.toMatchObject({ pages: [{ number: 1 }, { number: 2 }] });
    await expect(replayed([1, 2], [2])).resolves.toMatchObject({ pages: [{ number: 2 }] });
    await expect(replayed([1])).rejects.toMatchObject({ name: 'NotReplayable', message: expect.stringContaining('no entry for page 2') as string });
    await expect(replayed([1, 2, 7])).rejects.toMatchObject({ name: 'NotReplayable', message: expect.stringContaining('names page 7, and the document has 2 pages') as string });
  });

  it('has the pages that can be read, and says of each other why it is not', async () => {
    const good = { width: 30, height: 10 };
    const file = tiffOf([{ width: 4_000, height: 2_000, isHollow: true }, good, { width: 900, height: 900, isHollow: true }, good]);
    const { document, pages, failedPages } = await read(file, asked, { ...caps, maxPixels: 1_000_000 }, only(new ScriptedReader()));
    expect([document.pages, pages.map(({ number }) => number)]).toEqual([4, [2, 4]]);
    expect(failedPages.map(({ number, reason }) => [number, reason])).toEqual([[1, 'too_many_pixels'], [3, 'corrupt']]);
  });

  it('is refused where no page can be read, by the first of them', async () => {
    const wide = { width: 4_000, height: 2_000, isHollow: true };
    await expect(read(tiffOf([wide, wide]), asked, { ...caps, maxPixels: 1_000_000 }, only(new ScriptedReader()))).rejects.toMatchObject({ reason: 'too_many_pixels', limit: { actual: 8_000_000 } });
  });

  it('never shows the reader a page that is over a cap', async () => {
    const reader = new ScriptedReader();
    await expect(read(page, asked, { ...caps, maxPixels: 100 }, only(reader))).rejects.toMatchObject({ reason: 'too_many_pixels' });
    expect(reader.shown).toEqual([]);
  });
});
