import { heightOf, type Piece } from './pieces.js';

/** Between two columns at least so much is white, in heights of a line; and a column may begin so far from its line's first letter. */
const [GUTTER, AIR] = [0.35, 0.5];

/** The detector takes lines of two near columns for one. Where such a piece has white at `x`, these are its two parts; else it alone. */
export const cutAt = (piece: Piece, x: number): Piece[] => {
  const height = heightOf(piece);
  const index = piece.places.findIndex(({ left }, place) => {
    const before = piece.places[place - 1]?.right ?? Infinity;
    return left - before > GUTTER * height && before < x + AIR * height && left > x - AIR * height;
  });
  const [before, after] = [piece.places[index - 1], piece.places[index]];
  if (!before || !after) return [piece];
  const [left, right] = [Math.min(before.right, x), Math.max(after.left, x)];
  return [
    { ...piece, right: left, words: piece.words.slice(0, index), places: piece.places.slice(0, index) },
    { ...piece, left: right, words: piece.words.slice(index), places: piece.places.slice(index) },
  ];
};
