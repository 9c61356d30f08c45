import { drawPage, turned } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';
import { Readers } from './reader/readers.js';
import type { PageRecipe } from './reading.js';
import { readersIn } from './recipe.js';
import { asked, only, pageOf } from './testing/pages.js';
import { block, ScriptedReader, word } from './testing/scripted-reader.js';
import { polygonOf } from './text/polygon.js';

const sentences = ['Delivery note 4471 of the paper house', 'Twelve boxes of paper, forty reams', 'Received in good order and signed', 'Please return the empty crates soon'];
/** Enough print that shrinking it is worth while. */
const lines = [...sentences, ...sentences.toReversed()];
const drawn = drawPage({ lines, fontPx: 40 });
const embedded = [{ polygon: polygonOf(40, 40, 700, 60), words: [{ text: 'Delivery', polygon: polygonOf(40, 40, 300, 60), isSpaced: true }] }];
const found = (): ScriptedReader => new ScriptedReader([[block([word('Delivery'), word('note', 90)])]]);

describe('a page', () => {
  it('is prepared for its reader, and its words come back to where they stand', async () => {
    const reader = found();
    const { recipe, blocks, width, height } = await readPage(await pageOf(drawn), asked, only(reader));
    expect(recipe).toMatchObject({ reader: 'tesseract', why: 'Asked for.', languages: ['eng'] });
    expect(recipe.steps.map(({ name }) => name)).toEqual(['decode', 'flatten', 'grey', 'scale', 'read']);
    const shown = reader.shown[0]?.image;
    expect(shown?.width).toBeLessThan(width / 1.5);
    expect(reader.shown[0]?.settings).toEqual({ languages: ['eng'], psm: 3, dpi: 110, parting: null, threads: 1 });
    const corner = blocks[0]?.lines[0]?.words[0]?.polygon[2];
    expect(corner?.[0]).toBeCloseTo((80 * width) / (shown?.width ?? 1), 1);
    expect(corner?.[1]).toBeCloseTo((20 * height) / (shown?.height ?? 1), 0);
  });

  it('without ink is shown to no reader', async () => {
    const reader = found();
    const page = await readPage(await pageOf(drawPage({ lines: [''] })), asked, only(reader));
    expect(page).toMatchObject({ text: '', confidence: null, blocks: [], recipe: { reader: null, why: 'The page is blank.' } });
    expect(reader.shown).toEqual([]);
  });

  it('of one pixel is blank', async () => {
    const page = await readPage(await pageOf(drawPage({ lines: [''], widthPx: 1, heightPx: 1 })), asked, only(found()));
    expect(page).toMatchObject({ width: 1, height: 1, text: '', recipe: { reader: null } });
  });

  it('on its head is turned when its reader is surer of it so', async () => {
    const sure = [block([word('Delivery')])];
    const unsure = [block([word('ʎɹǝʌᴉlǝᗡ', 0, { confidence: 0.2 })])];
    const reader = new ScriptedReader([unsure, sure, sure]);
    const page = await readPage(await pageOf(await turned(drawn, 180)), asked, only(reader));
    expect(page).toMatchObject({ rotation: 180, text: 'Delivery' });
    expect(page.recipe.steps).toContainEqual({ name: 'turn', settings: { degrees: 180 } });
  });
});

describe('text that came with the file', () => {
  it('is taken as it is when there is nothing else on the page', async () => {
    const reader = found();
    const page = await readPage(await pageOf(drawn, embedded, false), asked, only(reader));
    expect(page).toMatchObject({ text: 'Delivery', confidence: 1, recipe: { reader: null, why: 'The text came with the file.' } });
    expect(page.blocks[0]?.lines[0]?.words[0]).toMatchObject({ source: 'embedded', confidence: 1 });
    expect(reader.shown).toEqual([]);
  });

  it('is not read again; the rest of the page is, and every word says where it came from', async () => {
    const reader = new ScriptedReader([[block([word('stamp', 30)])]]);
    const page = await readPage(await pageOf(drawn, embedded), asked, only(reader));
    const words = page.blocks.flatMap((each) => each.lines.flatMap((line) => line.words));
    expect(words.map(({ text, source }) => [text, source]).sort()).toEqual([['Delivery', 'embedded'], ['stamp', 'ocr']]);
    expect(page.recipe.steps).toContainEqual({ name: 'without_embedded_text', settings: { lines: 1 } });
  });
});

describe('a recipe', () => {
  it('is done again to the letter, and nothing is decided', async () => {
    const first = await readPage(await pageOf(drawn), asked, only(found()));
    const again = await readPage(await pageOf(drawn), { languages: 'auto', reader: 'auto', replay: { 1: first.recipe } }, only(found()));
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  });

  it('of another file is refused, by the step that differs', async () => {
    const { recipe } = await readPage(await pageOf(drawn), asked, only(found()));
    const replay = { 1: { ...recipe, steps: recipe.steps.slice(1) } };
    await expect(readPage(await pageOf(drawn), { ...asked, replay }, only(found()))).rejects.toThrow(/recipe of page 1 was not made from this file: its step 1 would have to be "decode"/);
  });

  it('with a step or a reader that is not known here is refused by its name', async () => {
    const { recipe } = await readPage(await pageOf(drawn), asked, only(found()));
    const sharpened = { ...recipe, steps: [...recipe.steps.slice(0, 3), { name: 'sharpen', settings: {} }, ...recipe.steps.slice(3)] };
    await expect(readPage(await pageOf(drawn), { ...asked, replay: { 1: sharpened } }, only(found()))).rejects.toThrow(/no step "sharpen"/);
    const replay = { 1: { ...recipe, reader: 'native' as const } };
    await expect(readPage(await pageOf(drawn), { ...asked, replay }, only(found()))).rejects.toMatchObject({ name: 'NotReplayable', message: expect.stringMatching(/reader "native" is not available/) as string });
  });
});

describe('a recipe that a caller wrote', () => {
  const replayed = async (change: (recipe: PageRecipe) => Partial<PageRecipe>, reader = found()): Promise<unknown> => {
    const { recipe } = await readPage(await pageOf(drawn), asked, only(found()));
    const answer: unknown = await readPage(await pageOf(drawn), { ...asked, replay: { 1: { ...recipe, ...change(recipe) } } }, only(reader)).catch((error: unknown) => error);
    expect(reader.shown).toEqual([]);
    return answer;
  };
  const refusal = (detail: RegExp): unknown => expect.objectContaining({ name: 'NotReplayable', message: expect.stringMatching(detail) as string });

  it('asks no reader for a language that is not installed', async () => {
    expect(await replayed(() => ({ languages: ['deu'] }))).toEqual(refusal(/recipe of page 1 names the language "deu", which is not installed here. Installed: chi_sim, eng/));
    expect(await replayed(() => ({ languages: ['deu'], reader: null }))).toEqual(refusal(/"deu"/));
    expect(await replayed(() => ({ languages: [] }))).toEqual(refusal(/names no language to read with/));
    expect(await replayed(() => ({ languages: ['eng', 'eng'] }))).toEqual(refusal(/names a language twice/));
  });

  it('has no more steps than any of ours', async () => {
    expect(await replayed(({ steps }) => ({ steps: [...steps.slice(0, -1), ...Array.from({ length: 40 }, () => ({ name: 'invert', settings: {} })), ...steps.slice(-1)] }))).toEqual(refusal(/has 45 steps; at most 32 are done/));
  });

  it('reads nothing off a page of which there is only its own text', async () => {
    const written = await readPage(await pageOf(drawn, embedded, false), asked, only(found()));
    const again = await readPage(await pageOf(drawn, embedded, false), { ...asked, replay: { 1: written.recipe } }, only(found()));
    expect(JSON.stringify(again)).toBe(JSON.stringify(written));
    const reader = { ...written.recipe, reader: 'tesseract' as const, languages: ['eng'] };
    await expect(readPage(await pageOf(drawn, embedded, false), { ...asked, replay: { 1: reader } }, only(found()))).rejects.toThrow(/recipe of page 1 was not made from this file: nothing on the page/);
  });

  it('turns by degrees once', async () => {
    const deskew = { name: 'deskew', settings: { degrees: 45 } };
    expect(await replayed(({ steps }) => ({ steps: [...steps.slice(0, -1), deskew, deskew, ...steps.slice(-1)] }))).toEqual(refusal(/"deskew" stands in the recipe more than once/));
  });
});

describe('a page whose first reader is unsure', () => {
  const unsure = (): ScriptedReader => new ScriptedReader([[block([word('D?l1v', 0, { confidence: 0.3 })])]], 'tesseract');
  const ofBoth = (tesseract: ScriptedReader, ppocr: ScriptedReader): Readers => new Readers({ tesseract: () => Promise.resolve(tesseract), ppocr: () => Promise.resolve(ppocr) });
  const auto = { languages: ['eng'], reader: 'auto' } as const;

  it('is read by the other, and the recipe says why', async () => {
    const chinese = new ScriptedReader([[block([word('送货单编号')])]], 'ppocr');
    const page = await readPage(await pageOf(drawn), auto, ofBoth(unsure(), chinese));
    expect(page).toMatchObject({ text: '送货单编号', recipe: { reader: 'ppocr', why: 'tesseract was unsure of the page.' } });
  });

  it('is read by both, and the recipe holds both readings and can be done again', async () => {
    const [tesseract, ppocr] = [(): ScriptedReader => new ScriptedReader([[block([word('note', 90, { confidence: 0.8 })])]]), (): ScriptedReader => new ScriptedReader([[block([word('Delivery', 0), word('n0te', 400, { confidence: 0.6 })])]], 'ppocr')];
    const page = await readPage(await pageOf(drawn), auto, ofBoth(tesseract(), ppocr()));
    expect(page.recipe.reader).toBe('ppocr');
    expect(page.recipe.steps.map(({ name }) => name)).toEqual(['decode', 'flatten', 'grey', 'read', 'second_reading', 'scale', 'read']);
    expect(readersIn(page.recipe)).toEqual(['ppocr', 'tesseract']);
    const again = await readPage(await pageOf(drawn), { ...auto, replay: { 1: page.recipe } }, ofBoth(tesseract(), ppocr()));
    expect(JSON.stringify(again)).toBe(JSON.stringify(page));
  });
});
