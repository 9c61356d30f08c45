import type { FoundBlock, FoundLine } from '../../text/found.js';
import { inColumns } from './columns.js';
import { polygonAround, type Piece } from './pieces.js';
import { inBlocks, inRows } from './rows.js';

/** One row as a line. Where a new piece begins, there was white enough for the detector to see two lines. */
const lineOf = (row: readonly Piece[]): FoundLine => ({
  polygon: polygonAround(row),
  words: row.flatMap(({ words }, index) => words.map((word, place) => (index > 0 && place === 0 ? { ...word, isSpaced: true } : word))),
});

/** Pieces of a page as blocks in reading order. What runs up or down its side belongs to no row and comes last. */
export const composeBlocks = (pieces: readonly Piece[]): FoundBlock[] => {
  const lying = inColumns(pieces.filter(({ isStanding }) => !isStanding)).flatMap((group) => inBlocks(inRows(group)));
  const standing = pieces.filter(({ isStanding }) => isStanding).map((piece) => [[piece]]);
  return [...lying, ...standing].map((rows) => ({ polygon: polygonAround(rows.flat()), lines: rows.map(lineOf) }));
};
