import { deflateSync } from 'node:zlib';
import { drawPdf, pdfPicture, pdfText, PdfWriter } from '@inkproof/drawn-pages';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../testing/processor-time.js';
import { openPdf } from './open-pdf.js';
import { startPdfium } from './pdfium.js';

const caps = { maxPixels: 20_000_000, maxPages: 50 };
const refusal = (file: Uint8Array, pages?: string): Promise<unknown> =>
  openPdf(file, { pages: pages ?? null }, caps).then((document) => document.page(document.chosen[0] ?? 1)).then(() => 'was let pass', (reason: unknown) => reason);
await startPdfium();

describe('a PDF that means harm', () => {
  it('by its ten thousand pages is refused at once, unless few are asked for', async () => {
    const file = drawPdf(Array.from({ length: 10_000 }, (_, index) => ({ draws: [pdfText(72, 700, `Page ${index + 1}`)] })));
    const took = processorTime();
    expect(await refusal(file)).toMatchObject({ reason: 'too_many_pages', limit: { max: 50, actual: 10_000 } });
    expect(took()).toBeLessThan(400);
    const document = await openPdf(file, { pages: '9999-' }, caps);
    expect((await document.page(9_999)).embedded[0]?.words.map(({ text }) => text)).toEqual(['Page', '9999']);
    document.close();
  });

  it('by a page as large as a house is refused', async () => {
    expect(await refusal(drawPdf([{ widthPt: 1_000_000, heightPt: 1_000_000, draws: [] }]))).toMatchObject({ reason: 'too_many_pixels' });
  });

  it('by a bomb for a picture is refused before the bomb is touched', async () => {
    const pdf = new PdfWriter();
    const rows = deflateSync(Buffer.alloc(30_000 * 3_750), { level: 1 });
    const bomb = pdf.stream('/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode', rows);
    const contents = pdf.stream('', Buffer.from(pdfPicture(0, 0, 0, 595, 842)));
    const tree = pdf.reserve();
    const page = pdf.put(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /XObject << /P0 ${bomb} 0 R >> >> >>`);
    pdf.put(`<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`, tree);
    const file = pdf.finish(pdf.put(`<< /Type /Catalog /Pages ${tree} 0 R >>`));
    const took = processorTime();
    expect(await refusal(file)).toMatchObject({ reason: 'too_many_pixels', limit: { actual: 900_000_000 } });
    expect(took()).toBeLessThan(400);
  });

  it('by pages that hold one another is corrupt', async () => {
    const pdf = new PdfWriter();
    const [one, other] = [pdf.reserve(), pdf.reserve()];
    pdf.put(`<< /Type /Pages /Count 3 /Kids [${other} 0 R ${other} 0 R] /Parent ${other} 0 R >>`, one);
    pdf.put(`<< /Type /Pages /Count 3 /Kids [${one} 0 R] /Parent ${one} 0 R >>`, other);
    expect(await refusal(pdf.finish(pdf.put(`<< /Type /Catalog /Pages ${one} 0 R >>`)))).toMatchObject({ reason: 'corrupt' });
  });

  it('by cross-references that go round in a circle ends', async () => {
    const file = drawPdf([{ draws: [pdfText(72, 700, 'Round')] }]).toString('latin1');
    const at = file.lastIndexOf('xref\n0');
    const looped = Buffer.from(file.replace('trailer <<', `trailer << /Prev ${at}`), 'latin1');
    const took = processorTime();
    await refusal(looped);
    expect(took()).toBeLessThan(400);
  });

  it('by a form that draws itself ends', async () => {
    const pdf = new PdfWriter();
    const [form, tree] = [pdf.reserve(), pdf.reserve()];
    const body = Buffer.from('/X Do');
    pdf.put(Buffer.concat([Buffer.from(`<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${form} 0 R >> >> /Length ${body.length} >>\nstream\n`), body, Buffer.from('\nendstream')]), form);
    const contents = pdf.stream('', Buffer.from('/X Do'));
    const page = pdf.put(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /XObject << /X ${form} 0 R >> >> >>`);
    pdf.put(`<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`, tree);
    const document = await openPdf(pdf.finish(pdf.put(`<< /Type /Catalog /Pages ${tree} 0 R >>`)), {}, caps);
    expect((await document.page(1)).embedded).toEqual([]);
    document.close();
  });

  it('by being cut short or noise is corrupt, and the next one opens', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\n%%EOF'))).toMatchObject({ reason: 'corrupt' });
    expect(await refusal(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 'noise ')]))).toMatchObject({ reason: 'corrupt' });
    expect(await refusal(drawPdf([{ draws: [] }]))).toBe('was let pass');
  });
});

it('documents opened one after another leave nothing behind', async () => {
  const { HEAPU8 } = await startPdfium();
  const before = HEAPU8.length;
  const file = drawPdf([{ draws: [pdfText(72, 700, 'Once more')] }]);
  for (let round = 0; round < 200; round++) {
    const document = await openPdf(file, {}, caps);
    await (await document.page(1)).picture();
    document.close();
  }
  expect((await startPdfium()).HEAPU8.length).toBeLessThanOrEqual(before + 16_000_000);
});
