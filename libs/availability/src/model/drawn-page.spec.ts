import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWhatWasDrawn, linesFrom, PAGE_RANDOM_BYTES } from './drawn-page.js';

const page = fc.uint8Array({ minLength: PAGE_RANDOM_BYTES, maxLength: PAGE_RANDOM_BYTES }).map(linesFrom);

it('a page is read when its words are, wherever they stand and however they are written', () => {
  fc.assert(fc.property(page, (lines) => isWhatWasDrawn(lines, lines.toReversed().join('\n').toUpperCase())));
});

it('one word may be read wrongly, and not two', () => {
  fc.assert(
    fc.property(page, (lines) => {
      const words = lines.join(' ').split(' ');
      return isWhatWasDrawn(lines, ['x', ...words.slice(1)].join(' ')) && !isWhatWasDrawn(lines, ['x', 'x', ...words.slice(2)].join(' '));
    }),
  );
});

it('nothing, or a word again and again, is no page', () => {
  const lines = linesFrom(new Uint8Array(PAGE_RANDOM_BYTES).map((_, i) => i));
  expect(isWhatWasDrawn(lines, '')).toBe(false);
  expect(isWhatWasDrawn(lines, 'anchor '.repeat(8))).toBe(false);
});
