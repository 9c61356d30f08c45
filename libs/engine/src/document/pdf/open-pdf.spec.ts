import { asFormat, drawPage, drawPdf, encryptedPdf, pdfOfScans, pdfPicture, pdfText, PdfWriter, scannedPdfPage, turned, type PdfPage } from '@inkproof/drawn-pages';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DocumentPage, EmbeddedLine, OpenDocument } from '../document.js';
import { decode } from '../picture/decode.js';
import { openPdf } from './open-pdf.js';

const caps = { maxPixels: 20_000_000, maxPages: 50 };
const drawn = drawPage({ lines: ['A scanned page', '扫描的一页'], widthPx: 600, heightPx: 400, fontPx: 40 });

const open = (file: Uint8Array, password?: string): Promise<OpenDocument> => openPdf(file, { ...(password !== undefined && { password }) }, caps);
const pageOf = async (page: PdfPage): Promise<DocumentPage> => (await open(drawPdf([page]))).page(1);
const textOf = (lines: readonly EmbeddedLine[]): string => lines.map(({ words }) => words.map(({ text, isSpaced }) => (isSpaced ? ' ' : '') + text).join('')).join('\n');
const jpegOf = async (picture: Uint8Array) => {
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).toColourspace('srgb').jpeg().toBuffer({ resolveWithObject: true });
  return { jpeg: data, widthPx: info.width, heightPx: info.height };
};

describe('the text of a PDF', () => {
  it('is told as its author wrote it, with nothing to render', async () => {
    const page = await pageOf({ draws: [pdfText(72, 770, 'The first line'), pdfText(72, 750, 'and a second, of five words')] });
    expect(textOf(page.embedded)).toBe('The first line\nand a second, of five words');
    expect(page).toMatchObject({ hasPicture: false, width: 1653, height: 2339, dpi: 200 });
  });

  it('is told in Chinese too, in words', async () => {
    const { embedded } = await pageOf({ draws: [pdfText(72, 770, '合同编号：甲方签字')] });
    expect(textOf(embedded)).toBe('合同编号：甲方签字');
    expect(embedded[0]?.words.length).toBeGreaterThan(2);
    const [[, top], , [, bottom]] = embedded[0]!.polygon;
    expect(bottom - top).toBeGreaterThan(20);
  });

  it('lies where it is drawn', async () => {
    const page = await pageOf({ widthPt: 360, heightPt: 360, draws: [pdfText(72, 180, 'Here', { sizePt: 36 })] });
    const { grey, width } = await page.picture();
    const [[left, top], , [right, bottom]] = page.embedded[0]!.polygon;
    const isInk = (x: number, y: number) => (grey[y * width + x] ?? 255) < 128;
    const inks = Array.from({ length: grey.length }, (_, at) => [at % width, Math.floor(at / width)] as const).filter(([x, y]) => isInk(x, y));
    expect(Math.abs(Math.min(...inks.map(([x]) => x)) - left)).toBeLessThan(6);
    expect(Math.abs(Math.max(...inks.map(([x]) => x)) - right)).toBeLessThan(6);
    expect(Math.abs(Math.min(...inks.map(([, y]) => y)) - top)).toBeLessThan(6);
    expect(Math.abs(Math.max(...inks.map(([, y]) => y)) - bottom)).toBeLessThan(6);
  });

  it.each([90, 180, 270] as const)('lies where it is drawn on a page turned by %i', async (rotate) => {
    const page = await pageOf({ widthPt: 400, heightPt: 300, rotate, draws: [pdfText(50, 200, 'Turned', { sizePt: 30 })] });
    expect([page.width, page.height]).toEqual(rotate === 180 ? [1111, 833] : [833, 1111]);
    const { grey, width } = await page.picture();
    const xs = page.embedded[0]!.polygon.map(([x]) => x);
    const ys = page.embedded[0]!.polygon.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs) - 3, Math.max(...xs) + 3, Math.min(...ys) - 3, Math.max(...ys) + 3];
    const outside = grey.some((value, at) => value < 128 && (at % width < left || at % width > right || Math.floor(at / width) < top || Math.floor(at / width) > bottom));
    expect(outside).toBe(false);
  });

  it('keeps its first corner at the top left of the letters when it runs upwards', async () => {
    const { embedded } = await pageOf({ draws: [pdfText(100, 100, 'Upwards', { sizePt: 20, degrees: 90 })] });
    const [[x0, y0], [x1, y1]] = embedded[0]!.polygon;
    expect(textOf(embedded)).toBe('Upwards');
    expect(y1).toBeLessThan(y0 - 50);
    expect(x1).toBe(x0);
  });

  it('is read from the top even when the file begins at the bottom', async () => {
    const { embedded } = await pageOf({ draws: [pdfText(72, 100, 'Page 1 of 9'), pdfText(72, 700, 'The body'), pdfText(72, 770, 'The head')] });
    expect(textOf(embedded)).toBe('The head\nThe body\nPage 1 of 9');
  });

  it('is found behind what a viewer asks a password for', async () => {
    const locked = await encryptedPdf(drawPdf([{ draws: [pdfText(72, 770, 'Behind a password')] }]), 'geheim 密码');
    await expect(open(locked)).rejects.toMatchObject({ reason: 'password_required', message: expect.stringContaining('option password') as string });
    await expect(open(locked, 'guess')).rejects.toMatchObject({ reason: 'password_wrong' });
    expect(textOf((await (await open(locked, 'geheim 密码')).page(1)).embedded)).toBe('Behind a password');
  });

  it('needs no password that the document does not have', async () => {
    expect((await open(drawPdf([{ draws: [] }]), 'in vain')).facts.pages).toBe(1);
  });
});

/** A page that says the letters a, b, c … in a font that claims they stand for these signs. */
const claiming = (...signs: string[]): Buffer => {
  const pdf = new PdfWriter();
  const hex = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  const map = signs.map((sign, index) => `<${(97 + index).toString(16)}> ${hex(sign)}`).join('\n');
  const meaning = pdf.stream('', Buffer.from(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <ff> endcodespacerange ${signs.length} beginbfchar\n${map}\nendbfchar endcmap end end`));
  const letters = signs.map((_, index) => String.fromCharCode(97 + index)).join('');
  const contents = pdf.stream('', Buffer.from(`BT /F 12 Tf 72 700 Td (${letters}) Tj ET`));
  const tree = pdf.reserve();
  const page = pdf.put(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${meaning} 0 R >> >> >> >>`);
  pdf.put(`<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`, tree);
  return pdf.finish(pdf.put(`<< /Type /Catalog /Pages ${tree} 0 R >>`));
};

describe('the signs of a font', () => {
  it('are spelled out when they are ligatures', async () => {
    const page = await (await open(claiming('o', '\ufb03', 'c', 'e'))).page(1);
    expect(textOf(page.embedded)).toBe('office');
  });

  it('are garbage when most of them mean nothing, and then the page is read', async () => {
    const page = await (await open(claiming('\ue001', '\ue002', 'x', '\ufffd'))).page(1);
    expect(page).toMatchObject({ embedded: [], hasPicture: true });
  });

  it('are left out when a single one means nothing, as the dots of lists do', async () => {
    const page = await (await open(claiming('\uf0b7', 'i', 't', 'e', 'm', 's'))).page(1);
    expect(textOf(page.embedded)).toBe('items');
  });
});

describe('what is no text of the author', () => {
  it('is an invisible layer over a scan, which is read anew', async () => {
    const page = await (await open(drawPdf([await scannedPdfPage(drawn, 150, [pdfText(20, 100, 'what 0ther OCR gues5ed', { mode: 3 })])]))).page(1);
    expect(page).toMatchObject({ embedded: [], hasPicture: true });
  });

  it('is text that a scan was laid over', async () => {
    const scan = await scannedPdfPage(drawn, 150);
    const page = await pageOf({ ...scan, draws: [pdfText(20, 100, 'hidden below'), ...scan.draws, pdfText(20, 20, 'stamped above')] });
    expect(textOf(page.embedded)).toBe('stamped above');
    expect(page.hasPicture).toBe(true);
  });

  it('is text beyond the edge of the page', async () => {
    expect((await pageOf({ widthPt: 200, heightPt: 200, draws: [pdfText(20, 400, 'outside'), pdfText(20, 100, 'inside')] })).embedded).toHaveLength(1);
  });
});

describe('a page has a picture', () => {
  it('when a figure stands beside its text', async () => {
    const figure = await jpegOf(drawn);
    expect(await pageOf({ draws: [pdfText(72, 770, 'Figure 1'), pdfPicture(0, 72, 400, 200, 130)], pictures: [figure] })).toMatchObject({ hasPicture: true, dpi: 200 });
  });

  it('when its letters are drawn as outlines', async () => {
    const curves = Array.from({ length: 100 }, (_, index) => `${index} 0 m ${index} 5 ${index + 2} 5 ${index + 3} 9 c f`);
    expect((await pageOf({ draws: curves })).hasPicture).toBe(true);
  });

  it('when somebody filled in a form', async () => {
    const field = '<< /Type /Annot /Subtype /Widget /Rect [50 50 150 80] /AP << /N << >> >> >>';
    expect((await pageOf({ draws: [], annotations: [field] })).hasPicture).toBe(true);
  });

  it('but not for its rules, boxes and dots, nor for an icon', async () => {
    const icon = await jpegOf(await sharp(drawn).resize(5, 5).png().toBuffer());
    const table = Array.from({ length: 60 }, (_, row) => `50 ${row * 12} m 500 ${row * 12} l S 50 ${row * 12} 20 10 re f`);
    const arc = (x: number, y: number, toX: number, toY: number) => `${x} ${y} ${toX} ${toY} ${toX} ${toY} c`;
    const dots = Array.from({ length: 30 }, (_, row) => `q 1 0 0 1 30 ${row * 12} cm 0 2 m ${arc(0, 4, 2, 4)} ${arc(4, 4, 4, 2)} ${arc(4, 0, 2, 0)} ${arc(0, 0, 0, 2)} f Q`);
    expect((await pageOf({ draws: [...table, ...dots, pdfPicture(0, 10, 10, 5, 5)], pictures: [icon] })).hasPicture).toBe(false);
  });

  it('and not when it is blank', async () => {
    expect(await pageOf({ draws: [] })).toMatchObject({ hasPicture: false, embedded: [] });
  });
});

describe('a scan in a PDF', () => {
  it('comes out as it went in', async () => {
    const wanted = await decode(await asFormat(drawn, 'jpeg'), 1, caps.maxPixels);
    const page = await (await open(await pdfOfScans([drawn], 150))).page(1);
    const { width, height, grey, dpi, steps } = await page.picture();
    expect([width, height, dpi]).toEqual([600, 400, 150]);
    expect([page.width, page.height, page.dpi]).toEqual([600, 400, 150]);
    expect(grey.reduce((sum, value, index) => sum + Math.abs(value - (wanted.grey[index] ?? 0)), 0) / grey.length).toBeLessThan(3);
    expect(steps).toEqual([{ name: 'render', settings: { format: 'pdf', page: 1, dpi: 150 } }]);
  });

  it('stands upright when the page says how it lies', async () => {
    const wanted = await decode(await asFormat(drawn, 'jpeg'), 1, caps.maxPixels);
    const page = await pageOf({ ...(await scannedPdfPage(await turned(drawn, 270), 150)), rotate: 90 });
    const { width, height, grey } = await page.picture();
    expect([width, height]).toEqual([600, 400]);
    expect(grey.reduce((sum, value, index) => sum + Math.abs(value - (wanted.grey[index] ?? 0)), 0) / grey.length).toBeLessThan(3);
  });

  it('has pages that may be asked for in any order', async () => {
    const other = drawPage({ lines: ['Another'], widthPx: 300, heightPx: 300 });
    const document = await open(await pdfOfScans([drawn, other]));
    const [second, first] = [await document.page(2), await document.page(1)];
    expect([second.width, first.width]).toEqual([300, 600]);
    expect((await second.picture()).width).toBe(300);
    await expect(document.page(3)).rejects.toMatchObject({ reason: 'page_missing', message: expect.stringContaining('2 pages') as string });
  });
});
