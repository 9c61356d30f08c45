import type { Point, Polygon } from '../../reading.js';
import type { FoundWord } from '../../text/found.js';
import { slantAt, type Slant } from './slant.js';
import type { TextBox } from './text-box.js';

/** What was read in one box, and where it stands once the page is imagined level. */
export interface Piece {
  words: FoundWord[];
  /** Where each word begins and ends. */
  places: { left: number; right: number }[];
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The slant of the page where it stands. */
  slant: number;
  /** Whether its text runs up or down the page. */
  isStanding: boolean;
}

export const heightOf = ({ top, bottom }: Pick<Piece, 'top' | 'bottom'>): number => bottom - top;

const turned = ([x, y]: Point, angle: number): Point => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];

/** A box on the level page. Its own slant beyond the page's is a line's or less, and is forgotten. */
export const levelPiece = (box: TextBox, page: Slant, words: FoundWord[]): Piece => {
  const slant = slantAt(page, box.y);
  const [x, y] = turned([box.x, box.y], -slant);
  const isStanding = Math.abs(Math.sin(box.angle - slant)) > Math.SQRT1_2;
  const [width, height] = isStanding ? [box.height, box.width] : [box.width, box.height];
  const places = words.map(({ polygon: [topLeft, topRight] }) => ({ left: turned(topLeft, -slant)[0], right: turned(topRight, -slant)[0] }));
  return { words, places, isStanding, slant, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
};

/** The corners around pieces, back on the slanting page, in whole pixels. */
export const polygonAround = (pieces: readonly Piece[]): Polygon => {
  const slant = pieces.reduce((sum, piece) => sum + piece.slant, 0) / Math.max(1, pieces.length);
  const [left, right] = [Math.min(...pieces.map((piece) => piece.left)), Math.max(...pieces.map((piece) => piece.right))];
  const [top, bottom] = [Math.min(...pieces.map((piece) => piece.top)), Math.max(...pieces.map((piece) => piece.bottom))];
  const corner = (x: number, y: number): Point => {
    const [toX, toY] = turned([x, y], slant);
    return [Math.round(toX), Math.round(toY)];
  };
  return [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
};
