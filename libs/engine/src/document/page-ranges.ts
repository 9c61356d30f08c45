import { Unreadable } from '../unreadable.js';

const RANGE = /^(\d{1,6})(?:(-)(\d{1,6})?)?$/;

const missing = (detail: string): Unreadable => new Unreadable('page_missing', detail);

/** The page is named together with how many there are, because that is the next thing anybody would ask. */
export const pageMissing = (page: number, total: number): Unreadable =>
  missing(`Page ${page} was asked for, and the document has ${total === 1 ? 'one page' : `${total} pages`}. Ask for pages from 1 to ${total}.`);

interface Span {
  begin: number;
  end: number;
}

const spanOf = (part: string, total: number): Span => {
  const [, first, dash, last] = RANGE.exec(part) ?? [];
  if (first === undefined) throw missing('The pages are not written as page numbers and ranges. Write them such as 1-3,5,9-.');
  const begin = Number(first);
  const end = last === undefined ? (dash ? Math.max(begin, total) : begin) : Number(last);
  if (begin === 0) throw missing('Page 0 was asked for. Pages count from 1.');
  if (end < begin) throw missing(`The range ${begin}-${end} runs backwards. Write ${end}-${begin}.`);
  if (end > total) throw pageMissing(begin > total ? begin : end, total);
  return { begin, end };
};

/** `1-3,5,9-` of a document with so many pages: the page numbers, ascending, each once. A range without an end runs to the last page. */
export const parsePageRanges = (ranges: string, total: number): number[] => {
  const spans = ranges.split(',').map((part) => spanOf(part.trim(), total));
  const pages: number[] = [];
  for (const { begin, end } of spans.sort((one, other) => one.begin - other.begin)) {
    for (let page = Math.max(begin, (pages.at(-1) ?? 0) + 1); page <= end; page++) pages.push(page);
  }
  return pages;
};
