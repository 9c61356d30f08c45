import type { Block } from '../reading.js';
import { withHeadings } from './headings.js';
import { withLists } from './lists.js';
import type { Rule } from './rules.js';
import { withTables } from './tables.js';

/**
 * The composed blocks of a page with their kinds: headings with levels, lists, tables with cells, and text for everything in doubt.
 * Blocks may be split or joined, but no line or word changes or moves, so the text of the page and all spans stay true.
 */
export const structure = (blocks: readonly Block[], rules: readonly Rule[]): Block[] => withLists(withHeadings(withTables(blocks, rules)));
