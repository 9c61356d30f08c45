import { asCmyk, asFormat, asPalette, drawSheet, inOneFile, noise, turned, withOrientation } from '@inkproof/drawn-pages';
import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { characterErrorRate } from '../accuracy/character-error-rate.js';
import type { PageReading } from '../reading.js';
import { asPdf } from './pdf.js';
import { anyText } from './testing/any-text.js';
import { Judged } from './testing/pdf-tools.js';
import { typeset, type SetPage } from './testing/typeset.js';

const judgedAll: Judged[] = [];
const judged = (pdf: Uint8Array): Judged => {
  const each = new Judged(pdf);
  judgedAll.push(each);
  return each;
};
afterEach(() => judgedAll.splice(0).forEach((each) => each.forget()));

const asPng = (page: SetPage, mediaType = 'image/png', file: Uint8Array = page.png): Promise<Uint8Array> => asPdf({ file, mediaType }, [page]);

const ENGLISH = 'a the press made it cheap to set a page again with every mistake of the first one mended and a few new ones in their place so that readers learned to ask which printing they held before they quarrelled over what it said'.split(' ');
const CHINESE = '印刷术的发明使书籍不再稀少读者可以对照不同的版本发现其中的错误并且讨论哪一个更接近作者的原意因此校对成为一门学问';

const englishColumn = (seed: number, lines: number): string[] => {
  const next = noise(seed);
  return Array.from({ length: lines }, () => Array.from({ length: 5 + Math.floor(next() * 3) }, () => ENGLISH[Math.floor(next() * ENGLISH.length)] ?? '').join(' '));
};

/** Chinese as a reader gives it: words of one to three characters with nothing between them. */
const chineseColumn = (seed: number, lines: number): string[] => {
  const next = noise(seed);
  return Array.from({ length: lines }, (_, index) => {
    const characters = [...CHINESE].map((_, at) => CHINESE[(at + index * 7) % CHINESE.length] ?? '').slice(0, index % 6 === 5 ? 9 : 18);
    return characters.map((character) => character + (next() < 0.5 ? '|' : '')).join('');
  });
};

const setInTwo = (column: (seed: number, lines: number) => string[]): SetPage =>
  typeset(1654, 2339, [
    { x: 120, y: 90, lines: [column(9, 1)[0]?.slice(0, 20) ?? ''], fontPx: 52 },
    { x: 120, y: 220, lines: column(1, 18) },
    { x: 120, y: 1020, lines: column(2, 22) },
    { x: 880, y: 220, lines: column(3, 25) },
    { x: 880, y: 1320, lines: column(4, 15) },
  ]);
// No spec changes them, so that each is drawn once, and laid into a PDF once.
const twoColumns = { English: setInTwo(englishColumn), Chinese: setInTwo(chineseColumn) };
const twoColumnPdfs = { English: asPng(twoColumns.English), Chinese: asPng(twoColumns.Chinese) };

const rate = (page: PageReading, text: string): number => characterErrorRate(text, page.text, 'collapsed');

/** The text of the first page as the viewer of Chrome has it. */
const inChrome = async (pdf: Uint8Array): Promise<string> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const text = document.getPage(0).getText();
  document.destroy();
  library.destroy();
  return text;
};

const slant = (page: SetPage, slope: number): void => {
  for (const { lines } of page.blocks) for (const line of lines) for (const { polygon } of [line, ...line.words]) for (const corner of polygon) corner[1] += slope * corner[0];
};

describe('a searchable PDF of a picture', () => {
  it.each(['English', 'Chinese'] as const)('gives two columns of %s in order, by position and as written', async (language) => {
    const page = twoColumns[language];
    const pdf = judged(await twoColumnPdfs[language]);
    const raw = pdf.text('-raw');
    expect(rate(page, pdf.text())).toBeLessThanOrEqual(0.01);
    expect(rate(page, raw)).toBeLessThanOrEqual(0.01);
    expect(raw).not.toMatch(/\p{Script=Han} +\p{Script=Han}/u);
  });

  it.each(['English', 'Chinese'] as const)('says the same %s in the viewer of Chrome, words of one letter too', async (language) => {
    expect(rate(twoColumns[language], await inChrome(await twoColumnPdfs[language]))).toBeLessThanOrEqual(0.01);
  });

  it('keeps the rows of a table of prices together', async () => {
    const rows = ['Whole milk', 'Brown bread', 'Free range eggs', 'Bananas', 'Cheddar cheese'];
    const page = typeset(900, 700, [{ x: 60, y: 60, lines: rows.map((row, index) => `${row.padEnd(60 - row.length)}${index + 1}.85`) }]);
    const pdf = judged(await asPng(page));
    expect(rate(page, pdf.text())).toBe(0);
    expect(rate(page, pdf.text('-raw'))).toBe(0);
  });

  /** What is bought, a sum that stands apart from its word, and a sentence that reaches below the one and not below the other. */
  const bill = (fontPx: number): SetPage => {
    const rows = [['纸张', '12', '48.00'], ['墨水一瓶', '3', '7.50'], ['合计', '', '55.50']];
    const cells = rows.map(([what = '', many = '', sum = '']) => `${what}\t\t${many}\t\t${sum}`);
    return typeset(1400, 26 * fontPx, [
      { x: 60, y: 40, lines: ['收据\t\t\t\t二〇二四年'], fontPx },
      { x: 60, y: 40 + 3 * fontPx, lines: cells, fontPx, leading: 1.9 },
      { x: 60, y: 40 + 10 * fontPx, lines: ['以上各项已经付清，', '不再另行通知。'], fontPx: 0.8 * fontPx },
    ]);
  };

  it.each([18, 28, 44])('reads a row of a table as one line, however wide the white in it (%s px)', async (fontPx) => {
    const page = bill(fontPx);
    const pdf = await asPng(page);
    const each = judged(pdf);
    for (const text of [each.text(), each.text('-raw')]) {
      expect(rate(page, text)).toBe(0);
      expect(text).toMatch(/^合计 +55\.50$/m);
    }
    const set = page.blocks.flatMap(({ lines }) => lines.flatMap(({ words }) => words));
    const found = each.words(72 / 200).filter(({ text }) => text.trim());
    expect(found.map(({ text }) => text)).toEqual(set.map(({ text }) => text));
    set.forEach(({ text, polygon: [[left], [right]] }, index) => {
      expect(Math.abs((found[index]?.left ?? 0) - left), text).toBeLessThan(3);
      expect(Math.abs((found[index]?.right ?? 0) - right), text).toBeLessThan(0.2 * fontPx + 3);
    });
    expect(rate(page, await inChrome(pdf))).toBe(0);
  });

  it('lays every word over its place', async () => {
    const page = twoColumns.English;
    const words = judged(await twoColumnPdfs.English).words(72 / 200);
    const set = page.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
    expect(words).toHaveLength(set.length);
    for (const { text, polygon: [[left, top], [right], [, bottom]] } of set) {
      const near = words.filter((word) => word.text === text && Math.abs(word.left - left) < 3 && Math.abs(word.right - right) < 5);
      expect(near.some((word) => word.top <= (top + bottom) / 2 && word.bottom >= (top + bottom) / 2), text).toBe(true);
    }
  });

  it('has nothing wrong, one embedded font that tells its text, and shows the picture alone', async () => {
    const page = typeset(800, 500, [{ x: 60, y: 60, lines: ['Plain 共|三|箱 😀 text'] }]);
    const pdf = judged(await asPng(page));
    expect(pdf.faults()).toBe('');
    expect(pdf.fonts()).toMatch(/CID TrueType +Identity-H +yes no +yes/);
    expect(pdf.text().trim()).toBe('Plain 共三箱 😀 text');
    const [shown, original] = await Promise.all([pdf.picture(200), page.png].map((file) => sharp(file).greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer()));
    expect(shown?.length).toBe(original?.length);
    expect(shown?.filter((value, at) => Math.abs(value - (original?.[at] ?? 0)) > 40).length).toBeLessThan(0.01 * (shown?.length ?? 0));
  });

  it.each([-0.02, 0.02])('reads on along lines that rise or fall a little (%s)', async (slope) => {
    const page = typeset(1200, 900, [{ x: 60, y: 100, lines: chineseColumn(8, 12), fontPx: 36 }]);
    slant(page, slope);
    const pdf = judged(await asPng(page));
    expect(rate(page, pdf.text())).toBeLessThanOrEqual(0.01);
    expect(rate(page, pdf.text('-raw'))).toBeLessThanOrEqual(0.01);
  });

  it('follows text that slants', async () => {
    const page = typeset(1200, 500, [{ x: 60, y: 100, lines: ['Seven words that run down the page'] }]);
    const slope = 0.05;
    slant(page, slope);
    const words = judged(await asPng(page)).words(72 / 200);
    const middle = (word: (typeof words)[number] | undefined): number => ((word?.top ?? 0) + (word?.bottom ?? 0)) / 2;
    const [first, last] = [words[0], words.at(-1)];
    expect(words.map(({ text }) => text).join(' ')).toBe(page.text);
    expect((middle(last) - middle(first)) / ((last?.left ?? 0) - (first?.left ?? 0))).toBeCloseTo(slope, 1);
  });

  it('keeps the words of a slanting page whole, and its lines in order', async () => {
    const page = typeset(1200, 900, [{ x: 60, y: 60, lines: englishColumn(4, 12), fontPx: 32 }]);
    slant(page, 0.06);
    const pdf = judged(await asPng(page));
    expect(rate(page, pdf.text())).toBeLessThanOrEqual(0.01);
    expect(rate(page, pdf.text('-raw'))).toBeLessThanOrEqual(0.01);
  });

  it('stands upright however the picture lies in the file', async () => {
    const page = typeset(800, 400, [{ x: 60, y: 60, lines: ['Upright text'] }]);
    const lying = await turned(page.png, 90);
    const pdf = judged(await asPdf({ file: lying, mediaType: 'image/png' }, [{ ...page, rotation: 270 }]));
    expect(pdf.text().trim()).toBe('Upright text');
    const { data, info } = await sharp(pdf.picture(200)).greyscale().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([800, 400]);
    // All ink is in the upper half, where it was set.
    expect(data.subarray(info.width * 200 * info.channels).every((value) => value > 200)).toBe(true);
  });

  it('mirrors what the file says is mirrored', async () => {
    const page = typeset(800, 400, [{ x: 60, y: 60, lines: ['Left'] }]);
    const jpeg = await withOrientation(page.png, 2);
    const pdf = judged(await asPdf({ file: jpeg, mediaType: 'image/jpeg' }, [{ ...page, mirrored: true }]));
    const { data, info } = await sharp(pdf.picture(200)).greyscale().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    const isInked = (from: number, to: number): boolean => data.some((value, at) => value < 100 && Math.floor(at / info.channels) % info.width >= from && Math.floor(at / info.channels) % info.width < to);
    expect([isInked(0, 400), isInked(400, 800)]).toEqual([true, false]);
  });

  it('is the same to the byte each time', async () => {
    expect(Buffer.from(await asPng(twoColumns.Chinese)).equals(Buffer.from(await twoColumnPdfs.Chinese))).toBe(true);
  });

  it('holds any text at all', async () => {
    for (let seed = 1; seed <= 12; seed++) expect(judged(await asPng(anyText(seed))).faults(), `seed ${seed}`).toBe('');
  });
});

/** A twentieth more, or what the text itself takes when the picture is smaller than that. */
const most = (file: Uint8Array): number => file.length + Math.max(3_000, file.length / 20);

describe('the picture in a searchable PDF', () => {
  const page = typeset(900, 1200, [{ x: 60, y: 50, lines: englishColumn(5, 24) }]);

  it.each([
    ['JPEG', 'image/jpeg', () => asFormat(page.png, 'jpeg')],
    ['JPEG of four inks', 'image/jpeg', () => asCmyk(page.png)],
  ])('is the %s itself, byte for byte', async (_, mediaType, make) => {
    const file = await make();
    const pdf = Buffer.from(await asPng(page, mediaType, file));
    expect(pdf.includes(file)).toBe(true);
    expect(pdf.length).toBeLessThan(most(file));
    expect(judged(pdf).faults()).toBe('');
  });

  it.each([
    ['PNG', () => Promise.resolve(page.png)],
    ['PNG with a palette', () => asPalette(page.png)],
    ['grey PNG', () => sharp(page.png).greyscale().toColourspace('b-w').png().toBuffer()],
  ])('is a %s without loss at hardly more than its size', async (_, make) => {
    const file = await make();
    const pdf = await asPng(page, 'image/png', file);
    const each = judged(pdf);
    expect(pdf.length).toBeLessThan(most(file));
    expect(each.images()).toMatch(/ image +900 +1200 /);
    expect(each.faults()).toBe('');
  });

  it.each([['fax strips', 'ccittfax4'], ['packed rows', 'lzw']] as const)('keeps a bilevel TIFF bilevel: %s', async (_, compression) => {
    const file = await sharp(page.png).flatten().threshold().toColourspace('b-w').tiff({ compression, bitdepth: 1, ...(compression === 'lzw' && { predictor: 'none' }) }).toBuffer();
    const pdf = judged(await asPng(page, 'image/tiff', file));
    expect(pdf.faults()).toBe('');
    expect(pdf.images()).toMatch(compression === 'lzw' ? / index +1 +1 +image/ : / gray +1 +1 +ccitt/);
    const shown = await sharp(pdf.picture(200)).greyscale().stats();
    const original = await sharp(file).greyscale().stats();
    expect(Math.abs((shown.channels[0]?.mean ?? 0) - (original.channels[0]?.mean ?? 0))).toBeLessThan(2);
  });

  it.each(['webp', 'avif', 'gif'] as const)('is stored anew when PDF does not know its code: %s', async (format) => {
    const pdf = judged(await asPng(page, `image/${format}`, await asFormat(page.png, format)));
    expect(pdf.faults()).toBe('');
    expect(pdf.images()).toMatch(/ 900 +1200 /);
    expect(rate(page, pdf.text('-raw'))).toBe(0);
  });

  /** Writing on yellowed paper beside a photograph: what a colour scanner sends. */
  const scan = async (widthPx: number, heightPx: number): Promise<Buffer> => {
    const next = noise(5);
    const photo = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => 128 + 90 * Math.sin(at / 700) * Math.cos(at / 41_000) + 12 * next()));
    const placed = { input: photo, raw: { width: 300, height: 300, channels: 3 as const }, left: 500, top: 700 };
    const written = await sharp(page.png).flatten().toColourspace('srgb').linear([0.95, 0.92, 0.84], [0, 0, 0]).png().toBuffer();
    return sharp(written).composite([placed]).extract({ left: 0, top: 0, width: widthPx, height: heightPx }).removeAlpha().png().toBuffer();
  };

  it.each([
    ['in colours', 'jpeg', { quality: 75 }, false],
    ['in colours that are not coded as such', 'jpeg', { quality: 95 }, false],
    ['in greys', 'jpeg', { quality: 80 }, true],
    ['in tiles', 'image', { quality: 75, tile: true }, false],
  ])('of a TIFF that is coded as JPEG stays one of its size: %s', async (_, coded, options, isGrey) => {
    const [widthPx, heightPx] = [893, 1187];
    const drawn = sharp(await scan(widthPx, heightPx));
    const file = await (isGrey ? drawn.greyscale().toColourspace('b-w') : drawn).tiff({ compression: 'jpeg', ...options }).toBuffer();
    const pdf = await asPdf({ file, mediaType: 'image/tiff' }, [typeset(widthPx, heightPx, [])]);
    const each = judged(pdf);
    expect(pdf.length).toBeLessThan(most(file));
    expect(each.faults()).toBe('');
    expect(each.images()).toMatch(new RegExp(`0 image +${widthPx} +${heightPx} +${isGrey ? 'gray +1' : 'rgb +3'} +8 +jpeg`));
    const raw = (picture: Sharp): Promise<Buffer> => picture.toColourspace('srgb').removeAlpha().raw({ depth: 'uchar' }).toBuffer();
    const [shown, came] = await Promise.all([raw(sharp(each.stored())), raw(sharp(file))]);
    const differs = shown.reduce((sum, value, at) => sum + Math.abs(value - (came[at] ?? 0)), 0) / came.length;
    expect(shown.length).toBe(came.length);
    expect(differs).toBeLessThan(coded === 'jpeg' ? 0.5 : 4);
  });

  it.each(['lzw', 'deflate'] as const)('of a TIFF without loss stays without, at its size: %s', async (compression) => {
    for (const isGrey of [false, true]) {
      const drawn = sharp(await scan(900, 1200));
      const file = await (isGrey ? drawn.greyscale().toColourspace('b-w') : drawn).tiff({ compression, predictor: 'horizontal' }).toBuffer();
      const pdf = await asPng(page, 'image/tiff', file);
      expect(pdf.length).toBeLessThan(most(file));
      const raw = (picture: string | Buffer): Promise<Buffer> => sharp(picture).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer();
      const [shown, came] = await Promise.all([raw(judged(pdf).stored()), raw(file)]);
      expect([isGrey, shown.length, shown.findIndex((value, at) => value !== came[at])]).toEqual([isGrey, came.length, -1]);
    }
  });

  it('shows letters drawn on nothing, dark or light', async () => {
    for (const ink of ['#000', '#fff']) {
      const file = drawSheet({ widthPx: 400, heightPx: 200, paper: 'transparent' }, (pen) => pen.text(40, 100, 'Letters', { ink }));
      const shown = await sharp(judged(await asPdf({ file, mediaType: 'image/png' }, [typeset(400, 200, [])])).picture(200)).greyscale().stats();
      expect(shown.channels[0]?.stdev).toBeGreaterThan(10);
    }
  });

  it('comes page by page from a file of several', async () => {
    const pages = ['first', 'second', 'third'].map((text, index) => typeset(600, 300, [{ x: 40, y: 40, lines: [`The ${text} page`] }], { number: index + 1 }));
    const file = await inOneFile(pages.map(({ png }) => png), 'tiff');
    const pdf = judged(await asPdf({ file, mediaType: 'image/tiff' }, [pages[0], pages[2]].filter((each) => each !== undefined)));
    expect(pdf.text().replace(/\s+/g, ' ').trim()).toBe('The first page The third page');
  });
});

describe('a searchable PDF of a PDF', () => {
  const page = typeset(1654, 2339, [{ x: 120, y: 100, lines: englishColumn(6, 30) }], { number: 2 });

  /** A page with text of its own, and a scan: as JPEG, which lies in a PDF as it is, where a PNG is unpacked and packed again. */
  const mixed = async (rotate = 0): Promise<Uint8Array> => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]).drawText('Typed by its author', { x: 60, y: 700, font: await document.embedFont(StandardFonts.Helvetica) });
    const scan = document.addPage([1654 * 0.36, 2339 * 0.36]);
    scan.drawImage(await document.embedJpg(await asFormat(page.png, 'jpeg')), { x: 0, y: 0, width: scan.getWidth(), height: scan.getHeight() });
    scan.setRotation(degrees(rotate));
    return document.save();
  };

  const embedded = typeset(1240, 1754, [{ x: 125, y: 270, lines: ['Typed by its author'] }]);
  embedded.blocks.forEach(({ lines }) => lines.forEach(({ words }) => words.forEach((word) => (word.source = 'embedded'))));

  it('adds text to the pages that were recognised and says nothing twice', async () => {
    const file = await mixed();
    const pdf = await asPdf({ file, mediaType: 'application/pdf' }, [embedded, page]);
    const each = judged(pdf);
    expect(Buffer.from(pdf).subarray(0, file.length).equals(file)).toBe(true);
    expect(each.text('-f', '1', '-l', '1').trim()).toBe('Typed by its author');
    expect(rate(page, each.text('-f', '2', '-l', '2'))).toBeLessThanOrEqual(0.01);
    expect(each.faults()).toBe('');
  });

  it('lays text over a page that viewers turn, and turns one that lies on its side', async () => {
    const upsideDown = await asPdf({ file: await mixed(180), mediaType: 'application/pdf' }, [{ ...page, rotation: 180 }]);
    const words = judged(upsideDown).words(0.36);
    const first = page.blocks[0]?.lines[0]?.words[0];
    const found = words.find(({ text }) => text === first?.text);
    expect(Math.abs((found?.left ?? 0) - (first?.polygon[0][0] ?? 0))).toBeLessThan(3);
    expect((await PDFDocument.load(upsideDown)).getPage(1).getRotation().angle).toBe(0);
  });

  it('is the file itself when nothing was recognised', async () => {
    const file = await mixed();
    expect(await asPdf({ file, mediaType: 'application/pdf' }, [embedded])).toBe(file);
  });

  it('opens what needs a password', async () => {
    const document = await PDFDocument.load(await mixed());
    await document.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    const pdf = judged(await asPdf({ file: await document.save(), mediaType: 'application/pdf', password: 'secret' }, [page]));
    expect(pdf.faults()).toBe('');
    expect(rate(page, pdf.text('-f', '2', '-raw'))).toBeLessThanOrEqual(0.01);
  });
});
