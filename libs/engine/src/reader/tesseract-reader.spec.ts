import { asPhoto, drawPage, turned, withOrientation } from '@inkproof/drawn-pages';
import { afterAll, describe, expect, it } from 'vitest';
import { read } from '../read.js';
import type { PageReading, Reading } from '../reading.js';
import { caps } from '../testing/pages.js';
import { Readers } from './readers.js';
import { TesseractReader } from './tesseract-reader.js';

const english = drawPage({ lines: ['Delivery note 4471', 'Twelve boxes of paper, 48.60', 'Received in good order'], fontPx: 36 });
const chinese = drawPage({ lines: ['送货单编号二零二六', '收货单位：墨证科技有限公司', '货物已经验收，数量无误。'], fontPx: 36 });
const mixed = drawPage({ lines: ['订单 PO-2291 共 12 箱', '请发送邮件至 support@example.com 联系'], fontPx: 36 });

const readers = new Readers({ tesseract: (codes) => TesseractReader.start(codes, { threads: 2 }) });
afterAll(() => readers.stop());

const reading = (file: Uint8Array, codes: string, from = readers): Promise<Reading> => read(file, { languages: codes === 'auto' ? 'auto' : codes.split('+'), reader: 'tesseract', pages: null }, caps, from);
const onlyPage = async (file: Uint8Array, codes: string): Promise<PageReading> => (await reading(file, codes)).pages[0] as PageReading;

describe('the real reader', () => {
  it('reads English as it was drawn', async () => {
    const { text, confidence } = await onlyPage(english, 'eng');
    expect(text).toBe('Delivery note 4471\nTwelve boxes of paper, 48.60\nReceived in good order');
    expect(confidence).toBeGreaterThan(0.9);
  });

  it('reads Chinese without spaces between the characters', async () => {
    const { text } = await onlyPage(chinese, 'chi_sim');
    expect(text).toContain('送货单编号二零二六');
    expect(text).toContain('墨证科技有限公司');
    expect(text).toContain('货物已经验收，数量无误。');
    expect(text).not.toMatch(/\p{Script=Han}[ \t]+\p{Script=Han}/u);
  });

  it('reads Chinese and English in one line, with the spaces that were set between them', async () => {
    const { text } = await onlyPage(mixed, 'chi_sim+eng');
    expect(text).toMatch(/^订单 ?PO-2291 ?共 ?12 ?箱$/m);
    expect(text).toMatch(/请发送邮件至 ?support@example\.com ?联系/i);
  });

  it('reads a photograph on a desk', async () => {
    expect((await onlyPage(await asPhoto(english, { turnedDegrees: 1.5 }), 'eng')).text).toContain('Received in good order');
  });

  it.each([3, 6, 8] as const)('reads a page with EXIF orientation %i as if it had been held upright', async (tag) => {
    const page = await onlyPage(await withOrientation(english, tag), 'eng');
    expect(page.text).toContain('Twelve boxes of paper, 48.60');
    expect([page.width, page.height]).toEqual([1008, 281]);
  });

  it('puts every word into a box that holds its ink', async () => {
    const { blocks } = await onlyPage(english, 'eng');
    const words = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
    const [[left, top], , [right, bottom]] = (words.find(({ text }) => text === 'Delivery') as (typeof words)[number]).polygon;
    // The first word is drawn at the margin of 54 px, on a baseline at 90 px.
    expect(Math.abs(left - 54)).toBeLessThan(8);
    expect(right).toBeGreaterThan(left + 80);
    expect(top).toBeGreaterThan(50);
    expect(bottom).toBeLessThan(106);
  });

  it('reads nothing off a blank page and is not sure of it', async () => {
    expect(await onlyPage(drawPage({ lines: [''], fontPx: 40 }), 'eng')).toMatchObject({ text: '', confidence: null, blocks: [] });
  });

  it.each([90, 180, 270] as const)('reads a page that was turned by %i degrees and does not say so', async (degrees) => {
    const page = await onlyPage(await turned(english, degrees), 'eng');
    expect(page.text).toContain('Twelve boxes of paper, 48.60');
    expect(page).toMatchObject({ rotation: (360 - degrees) % 360, width: 1008, height: 281 });
  });

  it('finds the language by the script', async () => {
    expect((await onlyPage(chinese, 'auto')).recipe.languages).toEqual(['chi_sim']);
    expect((await onlyPage(english, 'auto')).recipe.languages).toEqual(['eng']);
  });

  it('reads a page the same after other pages as it does alone', async () => {
    const alone = new Readers({ tesseract: (codes) => TesseractReader.start(codes) });
    const fresh = await reading(english, 'eng', alone);
    await alone.stop();
    await reading(await asPhoto(mixed), 'eng');
    await reading(drawPage({ lines: ['A page at another resolution'], fontPx: 90 }), 'eng');
    expect(JSON.stringify(await reading(english, 'eng'))).toBe(JSON.stringify(fresh));
  });

  it('reads a page the same by its recipe', async () => {
    const file = await asPhoto(english, { turnedDegrees: 2 });
    const [page] = (await reading(file, 'auto')).pages as [PageReading];
    const again = await read(file, { languages: 'auto', reader: 'auto', pages: null, replay: { 1: page.recipe } }, caps, readers);
    expect(JSON.stringify(again.pages)).toBe(JSON.stringify([page]));
  });

  it('reads a page that falls in two the same on one thread and on two, and in one piece when its recipe says so', async () => {
    const sentences = ['Twelve boxes of paper were received in good order', 'The empty crates go back with the next delivery', 'Invoices are sent by the tenth of every month'];
    const file = drawPage({ lines: Array.from({ length: 18 }, (_, line) => sentences[line % 3] as string), fontPx: 36 });
    const [page] = (await reading(file, 'eng')).pages as [PageReading];
    const step = page.recipe.steps.at(-1);
    expect(step?.settings['parting']).toEqual(expect.any(Number));
    expect(page.blocks).toHaveLength(1);
    readers.threads = 2;
    expect(JSON.stringify((await reading(file, 'eng')).pages)).toBe(JSON.stringify([page]));
    const { parting: _, ...settings } = step?.settings ?? {};
    const replay = (changed: object): Promise<Reading> =>
      read(file, { languages: 'auto', reader: 'auto', pages: null, replay: { 1: { ...page.recipe, steps: [...page.recipe.steps.slice(0, -1), { name: 'read', settings: { ...settings, ...changed } }] } } }, caps, readers);
    expect((await replay({})).pages[0]?.text).toBe(page.text);
    await expect(replay({ parting: 0 })).rejects.toThrow('takes as parting a row inside the prepared page');
    await expect(replay({ parting: '7' })).rejects.toThrow('takes as parting a row inside the prepared page');
    readers.threads = 1;
  });

  it('names its parts and versions in the recipe', async () => {
    const { recipe } = await reading(english, 'eng');
    expect(recipe.engines).toEqual([{ reader: 'tesseract', version: expect.stringMatching(/^tesseract\.js 7\.\d+\.\d+, tesseract\.js-core 7\.\d+\.\d+ simd-lstm, tesseract 5\.\d/) as string }]);
    expect(recipe.data).toEqual([{ name: 'eng 4.1.0_fast', sha256: '7d4322bd2a7749724879683fc3912cb542f19906c83bcc1a52132556427170b2' }]);
  });

  it('fails to start for a language that is not installed, and does not go looking for it', async () => {
    await expect(TesseractReader.start(['tlh'])).rejects.toThrow(/There are no trained data for "tlh"/);
  });
});
