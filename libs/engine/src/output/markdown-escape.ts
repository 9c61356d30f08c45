import { printable } from './printable.js';

/** Between two letters an underscore is a letter, and addresses stay whole. */
const INLINE = /[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
/** What makes a line something else than text: a heading, quotation, list, rule, table or fence. */
const OPENING = /^(?=#{1,6}(\s|$)|[-+](\s|$)|-{2,}|=+\s*$|[|:][-:|\s])/u;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/u;

/** Text that Markdown shows exactly as it is, at any place in a line. */
export const inline = (text: string): string => printable(text).replace(INLINE, '\\$&');

/** Text that Markdown shows exactly as it is at the beginning of a line. */
export const lineStart = (text: string): string => inline(text).trimStart().replace(NUMBERED, '$1\\$2').replace(OPENING, '\\');

/** Text within a cell of a table. */
export const cell = (text: string): string => inline(text).trim().replaceAll('|', '\\|');
