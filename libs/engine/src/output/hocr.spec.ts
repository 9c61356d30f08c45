import { describe, expect, it } from 'vitest';
import { asHocr } from './hocr.js';
import { anyText } from './testing/any-text.js';
import { typeset } from './testing/typeset.js';
import { wellFormed } from './testing/xml.js';

const page = typeset(800, 600, [
  { x: 60, y: 40, lines: ['Quality paper', '共|三|箱 note'] },
  { x: 60, y: 300, lines: ['sum 12'] },
]);

const all = (html: string, kind: string): { title: string; text: string }[] =>
  wellFormed(html)
    .find(`//*[@class="${kind}"]`)
    .map((node) => ({ title: String('attr' in node ? (node as { attr: (name: string) => { value: string } | null }).attr('title')?.value : ''), text: String((node as { content: string }).content) }));

describe('a reading as hOCR', () => {
  const html = asHocr([page]);

  it('is well-formed XHTML with every level of hOCR', () => {
    expect(['ocr_page', 'ocr_carea', 'ocr_par', 'ocr_line', 'ocrx_word'].map((kind) => all(html, kind).length)).toEqual([1, 2, 2, 3, 8]);
    expect(html).toContain('<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf"/>');
  });

  it('says of the page its size and resolution, and no name of a file', () => {
    expect(all(html, 'ocr_page')[0]?.title).toBe('bbox 0 0 800 600; ppageno 0; scan_res 200 200');
    expect(html).not.toContain('image "');
  });

  it('is the text of the lines when the tags are dropped', () => {
    expect(all(html, 'ocr_line').map(({ text }) => text)).toEqual(['Quality paper', '共三箱 note', 'sum 12']);
  });

  it('lays the baseline under the letters and above what hangs down', () => {
    const [first, , last] = all(html, 'ocr_line');
    // Both words of the first line reach below it.
    const offset = Number(/baseline 0 (-?\d+)/.exec(first?.title ?? '')?.[1]);
    expect(offset).toBeLessThan(-3);
    expect(offset).toBeGreaterThan(-12);
    expect(last?.title).toMatch(/baseline 0 0;/);
  });

  it('gives boxes on the page and confidences in percent', () => {
    expect(all(html, 'ocrx_word')[0]?.title).toMatch(/^bbox \d+ \d+ \d+ \d+; x_wconf 95$/);
  });

  it('holds any text at all', () => {
    for (let seed = 1; seed <= 60; seed++) expect(all(asHocr([anyText(seed)]), 'ocrx_word')).toHaveLength(11);
  });
});
