import { distance, heightOf } from '../box.js';
import type { OutputBlock, OutputLine, OutputPage, OutputWord, Point } from '../page.js';
import { printable } from '../printable.js';
import { isSpaced } from '../spacing.js';
import { moved, type Matrix } from './matrix.js';
import { DESCENT, TEXT_FONT, type TextFont } from './text-font.js';

/** In sizes of the text. Readers of PDF take less for no space at all. */
const LEAST_SPACE = 0.2;
const LEAST_WORD = 0.05;
/** Lines of one block within this share of its usual height are set in one size, because readers of PDF part what differs. */
const SAME_SIZE = 0.3;
/** Letters fill about nine tenths of the square they are set in. */
const SQUARE = 1.1;
/** Lines further apart than this, in sizes of the text, are taken for separate paragraphs; how far the size may grow to prevent it. */
const [MOST_PITCH, MOST_SQUARE] = [1.4, 1.6];
/** A gap this wide, in sizes of the text, is taken for one between two columns. */
const COLUMN_GAP = 0.6;
/** What makes two lines differ enough in size to be kept apart. */
const APART = 0.92;

/** In sizes of the text: how far a line laid level may still fall, and how far its words may leave their places for it. */
const [MOST_FALL, MOST_SHIFT] = [0.2, 0.6];

const short = (value: number, places = 1): string => String(Number(value.toFixed(places)));

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

/** The line words are set on, in pixels of the page. */
interface Base {
  /** Left end of the line that letters stand on. */
  origin: Point;
  direction: Point;
  /** How much lower than that line each word stands. */
  drops: readonly number[];
}

const along = ([x, y]: Point, { origin, direction }: Base): number => (x - origin[0]) * direction[0] + (y - origin[1]) * direction[1];

/**
 * Where the words of a line are set. Readers of PDF take words at different heights for different lines, so a line that slants
 * a little is laid level, with no more fall from end to end than they put up with. A line that slants so much that its words
 * would leave their places by more than half a line keeps its slant.
 */
const baseOf = (line: OutputLine, sizePx: number): Base => {
  const [, , [rightX, rightY], [leftX, leftY]] = line.polygon;
  const [run, fall] = [rightX - leftX, rightY - leftY];
  const length = Math.hypot(run, fall) || 1;
  const direction: Point = [run / length, fall / length];
  // The square of the font stands around the middle of the line, so that it covers the letters whether or not any reaches below.
  const raise = (sizePx - heightOf(line.polygon)) / 2 - DESCENT * sizePx;
  const kept = Math.sign(fall) * Math.min(Math.abs(fall), MOST_FALL * sizePx);
  if (run <= 0 || Math.abs(fall - kept) > 2 * MOST_SHIFT * sizePx) {
    return { origin: [leftX - direction[1] * raise, leftY + direction[0] * raise], direction, drops: line.words.map(() => 0) };
  }
  const drops = line.words.map(({ polygon }) => (kept * ((polygon[2][0] + polygon[3][0]) / 2 - leftX)) / run);
  return { origin: [leftX, leftY + (fall - kept) / 2 + raise], direction: [1, 0], drops };
};

/** Where the words of a line begin and end along it. */
const spansOf = (line: OutputLine, base: Base, sizePx: number): { begin: number; end: number }[] => {
  const begins = line.words.map(({ polygon }) => along(polygon[3], base));
  return line.words.map(({ polygon }, index) => {
    const begin = begins[index] ?? 0;
    const next = begins[index + 1];
    // What no space parts must touch, and what a space parts must stand apart: geometry is all that a PDF says of spaces.
    const end = next === undefined ? along(polygon[2], base) : isSpaced(line, index + 1) ? Math.min(along(polygon[2], base), next - LEAST_SPACE * sizePx) : next;
    return { begin, end: Math.max(end, begin + LEAST_WORD * sizePx) };
  });
};

/** A line sets its place and direction once; its words move along it and are each stretched to their own length. */
const lineOf = (line: OutputLine, sizePx: number, place: Matrix, font: TextFont, isWanted: (word: OutputWord) => boolean): string => {
  const base = baseOf(line, sizePx);
  const { origin, direction, drops } = base;
  const [a, b, c, d] = place;
  const ahead: Point = [a * direction[0] + c * direction[1], b * direction[0] + d * direction[1]];
  const up: Point = [a * direction[1] - c * direction[0], b * direction[1] - d * direction[0]];
  const scale = Math.hypot(...ahead);
  const size = sizePx * scale;
  let [at, low] = [0, 0];
  const said = spansOf(line, base, sizePx).map(({ begin, end }, index) => {
    const word = line.words[index];
    const { string, width } = font.encode(printable(word?.text ?? ''));
    if (!word || width === 0 || !isWanted(word)) return '';
    const [step, rise] = [short(begin * scale - at), short(low - (drops[index] ?? 0) * scale)];
    [at, low] = [at + Number(step), low - Number(rise)];
    const stretch = (100 * (end - begin) * scale) / ((width / 1000) * size);
    return `${step === '0' && rise === '0' ? '' : `${step} ${rise} Td `}${short(stretch, 0)} Tz${string}Tj\n`;
  });
  if (!said.some(Boolean)) return '';
  const axes = [ahead[0] / scale, ahead[1] / scale, up[0] / scale, up[1] / scale].map((axis) => short(axis, 4)).join(' ');
  return `/${TEXT_FONT} ${short(size)} Tf ${axes} ${moved(place, origin).map((coordinate) => short(coordinate)).join(' ')} Tm\n${said.join('')}`;
};

/** Usual distance between two lines of a block; 0 of a single one. */
const pitchOf = (lines: readonly OutputLine[]): number => median(lines.slice(1).map(({ polygon }, index) => polygon[3][1] - (lines[index]?.polygon[3][1] ?? 0)));

const isRow = (line: OutputLine, sizePx: number): boolean => line.words.some(({ polygon }, index) => index > 0 && distance(line.words[index - 1]?.polygon[1] ?? polygon[0], polygon[0]) > COLUMN_GAP * sizePx);

/**
 * Sizes of the lines of a block. Nobody sees them, but readers of PDF judge by them what belongs together: one size keeps
 * the lines of a paragraph in one, and taking turns between two keeps the rows of a table from being read column by column.
 */
const sizesOf = (lines: readonly OutputLine[]): number[] => {
  const heights = lines.map(({ polygon }) => heightOf(polygon));
  const usual = median(heights);
  const size = Math.max(SQUARE * usual, Math.min(pitchOf(lines) / MOST_PITCH, MOST_SQUARE * usual));
  return lines.map((line, index) => {
    const height = heights[index] ?? usual;
    const own = Math.abs(height - usual) <= SAME_SIZE * usual ? size : SQUARE * height;
    return isRow(line, own) && index % 2 === 1 ? own * APART : own;
  });
};

const blockOf = ({ lines }: OutputBlock, place: Matrix, font: TextFont, isWanted: (word: OutputWord) => boolean): string => {
  const sizes = sizesOf(lines);
  return lines.map((line, index) => lineOf(line, sizes[index] ?? 1, place, font, isWanted)).join('');
};

/** What is drawn over a page: its words in reading order, each over its place, in no ink (rendering mode 3). */
export const textLayer = (page: OutputPage, place: Matrix, font: TextFont, isWanted: (word: OutputWord) => boolean = () => true): string => {
  const text = page.blocks.map((block) => blockOf(block, place, font, isWanted)).join('');
  return text && `BT 3 Tr\n${text}ET\n`;
};
