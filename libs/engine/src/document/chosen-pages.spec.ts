import { describe, expect, it } from 'vitest';
import { choosePages } from './chosen-pages.js';

const pages = (count: number) => ({ pages: count, frames: 1 });

describe('the pages to be read', () => {
  it('are all of a document', () => {
    expect(choosePages(null, pages(3), 5)).toEqual([1, 2, 3]);
  });

  it('are the first frame of an animation, however many it has', () => {
    expect(choosePages(undefined, { pages: 900, frames: 900 }, 5)).toEqual([1]);
  });

  it('are those asked for, frames of an animation too', () => {
    expect(choosePages('2-3', { pages: 900, frames: 900 }, 5)).toEqual([2, 3]);
    expect(choosePages([3, 1, 3], pages(3), 5)).toEqual([1, 3]);
  });

  it('may be few of a document with many', () => {
    expect(choosePages('9999-', pages(10_000), 5)).toEqual([9_999, 10_000]);
  });

  it('are refused when they are more than one call reads', () => {
    expect(() => choosePages(null, pages(6), 5)).toThrow('The file has 6 pages; at most 5 are read in one call. Ask for fewer with the option pages, such as 1-5.');
    expect(() => choosePages('1-', pages(10_000), 5)).toThrow(expect.objectContaining({ reason: 'too_many_pages', limit: { name: 'max_pages', max: 5, actual: 10_000 } }));
  });

  it('are refused when one does not exist', () => {
    expect(() => choosePages([1, 4], pages(3), 5)).toThrow(expect.objectContaining({ reason: 'page_missing' }));
    expect(() => choosePages([0], pages(3), 5)).toThrow('Ask for pages from 1 to 3');
  });
});
