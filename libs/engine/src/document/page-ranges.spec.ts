import { describe, expect, it } from 'vitest';
import { parsePageRanges } from './page-ranges.js';

describe('page ranges', () => {
  it.each([
    ['1', [1]],
    ['1-3,5,9-', [1, 2, 3, 5, 9, 10]],
    [' 2 , 4-5 ', [2, 4, 5]],
    ['10-', [10]],
  ])('read %s as people mean it', (ranges, pages) => {
    expect(parsePageRanges(ranges, 10)).toEqual(pages);
  });

  it('come out ascending and each page once, however they were written', () => {
    expect(parsePageRanges('7,3-5,4,1-2,7-7', 10)).toEqual([1, 2, 3, 4, 5, 7]);
  });

  it.each([
    ['11', 'Page 11 was asked for, and the document has 10 pages. Ask for pages from 1 to 10.'],
    ['8-12', 'Page 12 was asked for'],
    ['11-', 'Page 11 was asked for'],
    ['1-999999', 'Page 999999 was asked for'],
    ['0', 'Pages count from 1'],
    ['5-3', 'The range 5-3 runs backwards. Write 3-5.'],
    ['', 'Write them such as 1-3,5,9-'],
    ['1,,2', 'Write them such as'],
    ['one', 'Write them such as'],
    ['-3', 'Write them such as'],
  ])('refuse %j with a word on what to do', (ranges, words) => {
    expect(() => parsePageRanges(ranges, 10)).toThrow(words);
    expect(() => parsePageRanges(ranges, 10)).toThrow(expect.objectContaining({ reason: 'page_missing' }));
  });

  it('speak of one page as one', () => {
    expect(() => parsePageRanges('2', 1)).toThrow('the document has one page');
  });
});
