import { expect, it } from 'vitest';
import { billPages, type BilledPage } from './billing.js';

const pageOf = (number: number, ...sources: ('ocr' | 'embedded')[]): BilledPage => ({ number, blocks: sources.length ? [{ lines: [{ words: sources.map((source) => ({ source })) }] }] : [] });

it('bills a page with text, whether recognised or embedded, and not an empty one', () => {
  expect(billPages([pageOf(1, 'ocr'), pageOf(2), pageOf(3, 'embedded', 'embedded'), pageOf(4, 'embedded', 'ocr')], 'live')).toEqual([
    { page: 1, billed: true, reason: 'read' },
    { page: 2, billed: false, reason: 'no_text' },
    { page: 3, billed: true, reason: 'embedded' },
    { page: 4, billed: true, reason: 'read' },
  ]);
});

it('never bills a test key', () => {
  expect(billPages([pageOf(1, 'ocr'), pageOf(2)], 'test').map(({ billed }) => billed)).toEqual([false, false]);
});
