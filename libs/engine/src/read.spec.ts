import { drawPage, inOneFile, withOrientation } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { read } from './read.js';
import { block, ScriptedReader, word } from './testing/scripted-reader.js';

const caps = { maxPixels: 1_000_000, maxPages: 3 };
const page = drawPage({ lines: ['ignored'], widthPx: 300, heightPx: 100 });
const other = drawPage({ lines: ['ignored too'], widthPx: 300, heightPx: 100 });

describe('a reading', () => {
  it('has a page for each page of the file, in order', async () => {
    const reader = new ScriptedReader([[block([word('first')])], [block([word('second', 0, { confidence: 0.4 })])]]);
    const { pages } = await read(await inOneFile([page, other], 'tiff'), caps, reader);
    expect(pages.map(({ number, text, confidence }) => ({ number, text, confidence }))).toEqual([
      { number: 1, text: 'first', confidence: 0.9 },
      { number: 2, text: 'second', confidence: 0.4 },
    ]);
  });

  it('tells the size and the turn of the page as it was read', async () => {
    const { pages } = await read(await withOrientation(page, 5), caps, new ScriptedReader());
    expect(pages[0]).toMatchObject({ width: 300, height: 100, rotation: 270, mirrored: true, dpi: null });
  });

  it('of a page without words is empty and has no confidence', async () => {
    const { pages } = await read(page, caps, new ScriptedReader());
    expect(pages[0]).toMatchObject({ text: '', confidence: null, blocks: [] });
  });

  it('carries the recipe by which it can be repeated', async () => {
    const { recipe } = await read(page, caps, new ScriptedReader());
    expect(recipe).toMatchObject({ engine: 'scripted', psm: 3, steps: ['decode', 'flatten', 'grey', 'read'] });
    expect(recipe.inputSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(recipe.languages).toEqual([{ code: 'eng', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
  });

  it('never shows the reader a page that is over a cap', async () => {
    const reader = new ScriptedReader();
    await expect(read(page, { ...caps, maxPixels: 100 }, reader)).rejects.toMatchObject({ reason: 'too_many_pixels' });
    expect(reader.shown).toEqual([]);
  });
});
