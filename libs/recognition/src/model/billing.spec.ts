import { expect, it } from 'vitest';
import { billPages } from './billing.js';

const pages = [
  { number: 1, blocks: [{}] },
  { number: 2, blocks: [] },
];

it('bills a page with text and not an empty one', () => {
  expect(billPages(pages, 'live')).toEqual([
    { page: 1, billed: true, reason: 'read' },
    { page: 2, billed: false, reason: 'no_text' },
  ]);
});

it('never bills a test key', () => {
  expect(billPages(pages, 'test').map(({ billed }) => billed)).toEqual([false, false]);
});
