import fc from 'fast-check';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { asAlto } from '../output/alto.js';
import { asHocr } from '../output/hocr.js';
import { asMarkdown } from '../output/markdown.js';
import { asPdf } from '../output/pdf.js';
import { asText } from '../output/text.js';
import { asTsv } from '../output/tsv.js';
import { anyText } from '../output/testing/any-text.js';
import { Judged } from '../output/testing/pdf-tools.js';
import { typeset, type SetPage } from '../output/testing/typeset.js';
import type { TableCell } from '../reading.js';
import type { PersonalFinding } from './finding.js';
import { findPersonal } from './find-personal.js';
import { MASK, maskPersonal } from './mask-personal.js';

const ROWS = [
  ['姓名', '手机', '证件号码'],
  ['张伟', '13812345678', 'E12345678'],
  ['欧阳娜娜', '13987654321', 'G87654321'],
];

const cellAt = (row: number, column: number): TableCell['polygon'] => {
  const [left, top] = [100 + 240 * column, 900 + 60 * row];
  return [
    [left, top],
    [left + 240, top],
    [left + 240, top + 60],
    [left, top + 60],
  ];
};

const cells = ROWS.flatMap((row, at) => row.map((text, column): TableCell => ({ row: at, column, rowSpan: 1, columnSpan: 1, text, polygon: cellAt(at, column) })));

/** A form as it comes from a reader: words of a few characters, numbers in pieces, and a table. */
const form = (): SetPage =>
  typeset(1400, 1300, [
    { x: 100, y: 60, lines: ['客户|登记|表'], type: 'heading', level: 1 },
    { x: 100, y: 200, lines: ['身份证|号：|110105|19491231|002X', 'Phone: +44 20 7946 0958', '卡号：6222 0212 3456', '7890 128 E-mail: li.na@example.com', 'Date of birth: 7 January 1990', '住址：广东省|深圳市|南山区|科技|园路|18|号'] },
    { x: 100, y: 600, lines: ['1. 粤|B·12345 停车', '2. Name: John Smith'], type: 'list' },
    { x: 100, y: 700, lines: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'], fontPx: 24 },
    { x: 100, y: 900, lines: ROWS.map((row) => row.join('\t')), leading: 60 / 28, type: 'table', table: { rows: 3, columns: 3, cells } },
  ]);

const VALUES = ['11010519491231002X', '110105', '19491231', '20 7946 0958', '7946', '6222', '3456', '7890', 'li.na', 'example.com', '7 January', '科技', '深圳', '12345', 'John', 'Smith', 'ERIKSSON', 'L898902C3', '740812', '张伟', '13812345678', 'E12345678', '欧阳娜娜', '13987654321', 'G87654321'];
const KEPT = ['客户登记表', 'Phone', '卡号', '停车', '姓名'];

const findingOf = (span: [number, number], page = 1): PersonalFinding => ({ category: 'name', kind: 'labelled_name', page, span, words: [], confidence: 1, sample: '*' });

const masked = (page: SetPage): SetPage[] => maskPersonal([page], findPersonal([page]));
const bare = (text: string): string => text.replace(/<[^<>]*?(?:CONTENT="([^"]*)")?[^<>]*>/g, '$1').replace(/[\s\\]/g, '');

describe('a masked result', () => {
  it('finds everything that the form says of people', () => {
    expect([...new Set(findPersonal([form()]).map(({ kind }) => kind))].sort()).toEqual(['bank_card', 'cn_identity_18', 'cn_mobile', 'email', 'international_phone', 'labelled_address', 'labelled_birth_date', 'labelled_name', 'mrz', 'passport', 'vehicle_plate']);
  });

  it.each([
    ['JSON', (pages: SetPage[]) => JSON.stringify(pages.map(({ png: _, ...page }) => page))],
    ['text', asText],
    ['Markdown', asMarkdown],
    ['hOCR', (pages: SetPage[]) => asHocr(pages)],
    ['ALTO', (pages: SetPage[]) => asAlto(pages)],
    ['TSV', asTsv],
  ])('has no value left in %s', (_, say) => {
    const [clear, hidden] = [say([form()]), say(masked(form()))];
    for (const value of VALUES) expect(hidden.includes(value) || bare(hidden).includes(value.replace(/ /g, '')), value).toBe(false);
    expect(VALUES.some((value) => clear.includes(value))).toBe(true);
    for (const word of ['Phone', '停车', '姓名']) expect(hidden).toContain(word);
    expect(hidden).toContain(MASK);
  });

  it('has no value left in the invisible text of a searchable PDF', async () => {
    const [page] = masked(form());
    const file = page?.png ?? Buffer.alloc(0);
    const pdf = new Judged(await asPdf({ file, mediaType: 'image/png' }, masked(form())));
    const said = pdf.text('-raw').replace(/\s/g, '');
    pdf.forget();
    for (const value of VALUES) expect(said.includes(value.replace(/ /g, '')), value).toBe(false);
    for (const word of KEPT) expect(said).toContain(word);
  });

  it('leaves the text that a PDF came with as it came, since only its owner may change it', async () => {
    const source = await PDFDocument.create();
    const font = await source.embedFont(StandardFonts.Helvetica);
    source.addPage([400, 200]).drawText('Phone: +44 20 7946 0958', { x: 40, y: 100, font });
    const page = typeset(400, 200, [{ x: 40, y: 60, lines: ['Phone: +44 20 7946 0958'] }]);
    for (const { lines } of page.blocks) for (const { words } of lines) for (const word of words) word.source = 'embedded';
    const pdf = new Judged(await asPdf({ file: await source.save(), mediaType: 'application/pdf' }, masked(page)));
    expect(pdf.text()).toContain('7946');
    pdf.forget();
  });

  it('keeps places, spans and lengths, whatever the words say and wherever the finds lie', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(120), fc.nat(60), (seed, begin, length) => {
        const page = anyText(seed);
        const signs = [...page.text];
        const finding = findingOf([Math.min(begin, signs.length), Math.min(begin + length, signs.length)]);
        const [hidden] = maskPersonal([page], [finding]);
        expect([...(hidden?.text ?? '')]).toHaveLength(signs.length);
        const words = hidden?.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words)) ?? [];
        const before = page.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
        words.forEach((word, at) => {
          const { text, ...facts } = word;
          const { text: textBefore, ...factsBefore } = before[at] ?? word;
          expect(facts).toEqual(factsBefore);
          expect([...text]).toHaveLength([...textBefore].length);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is the very page where nothing was found on it', () => {
    const page = typeset(400, 200, [{ x: 40, y: 60, lines: ['Nothing of anybody'] }]);
    expect(maskPersonal([page], [findingOf([0, 4], 2)])[0]).toBe(page);
  });
});
