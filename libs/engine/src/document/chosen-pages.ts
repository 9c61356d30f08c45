import type { DocumentFacts } from '../reading.js';
import { Unreadable } from '../unreadable.js';
import { pageMissing, parsePageRanges } from './page-ranges.js';

/** Page numbers from 1, or ranges as people write them; nothing for all pages, or for the first frame of an animation. */
export type PageChoice = string | readonly number[] | null | undefined;

type Counted = Pick<DocumentFacts, 'pages' | 'frames'>;

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const capped = (count: number, maxPages: number, what: string): void => {
  if (count <= maxPages) return;
  throw new Unreadable('too_many_pages', `${what}; at most ${maxPages} are read in one call. Ask for fewer with the option pages, such as 1-${maxPages}.`, { name: 'max_pages', max: maxPages, actual: count });
};

/** Which pages are to be read of a document with so many. More than may be read at once is refused before anything is. */
export const choosePages = (choice: PageChoice, { pages, frames }: Counted, maxPages: number): number[] => {
  if (choice === null || choice === undefined) {
    if (frames > 1) return [1];
    capped(pages, maxPages, `The file has ${pages} pages`);
    return upTo(pages);
  }
  const asked = typeof choice === 'string' ? parsePageRanges(choice, pages) : [...new Set(choice)].sort((one, other) => one - other);
  const beyond = asked.find((page) => !Number.isInteger(page) || page < 1 || page > pages);
  if (beyond !== undefined) throw pageMissing(beyond, pages);
  capped(asked.length, maxPages, `${asked.length} pages were asked for`);
  return asked;
};
