import { Recognition } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { readingOf, recognitionOf } from '../testing/reading-of.js';
import { describe } from './describe.js';

const circumstances = { id: 'rec_01kav1q8000000000000000000', requestId: 'req_1', jobId: null, createdAt: new Date(0), tag: null, channel: 'api', environment: 'live', languages: ['en'], retention: { kept: 'none', until: null }, durationMs: 1 } as const;

it('says of a reading what the contract promises', () => {
  const recognition = describe(readingOf(['Invoice', '沈若川']), { ...circumstances, languages: ['en'] });
  expect(Recognition.parse(recognition)).toEqual(recognition);
  expect(recognition).toMatchObject({ status: 'succeeded', text: 'Invoice 沈若川', confidence: 0.9, document: { media_type: 'image/png', pages: 1 }, usage: { pages: 1, billed_pages: 1 }, recipe: { input_sha256: '0', replayable: true } });
});

it('is honest about a blank page', () => {
  expect(recognitionOf('rec_1', [])).toMatchObject({ status: 'succeeded', text: '', confidence: null, usage: { pages: 1, billed_pages: 0, billing: [{ page: 1, billed: false, reason: 'no_text' }] } });
});

it('is partial when pages failed, and bills those that were read', () => {
  const reading = readingOf(['x']);
  const partial = describe({ ...reading, document: { ...reading.document, pages: 2 }, failedPages: [{ number: 2, reason: 'corrupt', detail: 'Page 2 is damaged' }] }, { ...circumstances, languages: [] });
  expect(partial).toMatchObject({ status: 'partial', failed_pages: [{ number: 2, reason: 'corrupt' }], usage: { pages: 1, billed_pages: 1 } });
});

it('weighs confidence by what each page holds', () => {
  const [{ pages }] = [readingOf(['abc'])];
  const reading = { ...readingOf([]), pages: [pages[0]!, { ...pages[0]!, number: 2, text: 'x', confidence: 0.5 }, { ...pages[0]!, number: 3, text: '', confidence: null }] };
  expect(describe(reading, { ...circumstances, languages: [] }).confidence).toBeCloseTo((0.9 * 3 + 0.5) / 4);
});

it('says tables, warnings and their advice in its own words', () => {
  const reading = readingOf(['x']);
  const [page] = reading.pages;
  const { polygon, lines } = page!.blocks[0]!;
  const table = { rows: 1, columns: 1, cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: 'x', polygon }] };
  const shown = describe({ ...reading, pages: [{ ...page!, quality: { sharpness: 0.2, contrast: 0.9, textHeightPx: 7, warnings: ['blur'] }, blocks: [{ type: 'table', polygon, lines, table }] }] }, { ...circumstances, languages: [] });
  expect(Recognition.parse(shown)).toEqual(shown);
  expect(shown.pages[0]!.blocks[0]!.table!.cells[0]).toMatchObject({ row_span: 1, column_span: 1 });
  expect(shown.pages[0]!.quality).toMatchObject({ text_height_px: 7, warnings: [{ code: 'blur', advice: expect.stringMatching(/\w{4}/) }] });
});
