import { heightOf } from '../box.js';
import type { OutputBlock, OutputLine, OutputPage, OutputWord, Point } from '../page.js';
import { printable } from '../printable.js';
import { baseOf } from './line-base.js';
import { moved, type Matrix } from './matrix.js';
import { spansOf, whiteBetween, type Span } from './spans.js';
import { TEXT_FONT, type Encoded, type TextFont } from './text-font.js';

/** Lines of one block within this share of its usual height are set in one size, because readers of PDF part what differs. */
const SAME_SIZE = 0.3;
/** Letters fill about nine tenths of the square they are set in. */
const SQUARE = 1.1;
/** Lines further apart than this, in sizes of the text, are taken for separate paragraphs; how far the size may grow to prevent it. */
const [MOST_PITCH, MOST_SQUARE] = [1.4, 1.6];

const short = (value: number, places = 1): string => String(Number(value.toFixed(places)));

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

/**
 * A line sets its place and direction once; its words move along it and are each stretched to their own length. White between
 * columns is set too: readers of PDF would part the line there, and read the columns one by one.
 */
const lineOf = (line: OutputLine, sizePx: number, place: Matrix, font: TextFont, isWanted: (word: OutputWord) => boolean): string => {
  const base = baseOf(line, sizePx);
  const { origin, direction, drops } = base;
  const [a, b, c, d] = place;
  const ahead: Point = [a * direction[0] + c * direction[1], b * direction[0] + d * direction[1]];
  const up: Point = [a * direction[1] - c * direction[0], b * direction[1] - d * direction[0]];
  const scale = Math.hypot(...ahead);
  const size = sizePx * scale;
  let [at, low] = [0, 0];
  const say = ({ begin, end }: Span, drop: number, { string, width }: Encoded): string => {
    const [step, rise] = [short(begin * scale - at), short(low - drop * scale)];
    [at, low] = [at + Number(step), low - Number(rise)];
    const stretch = (100 * (end - begin) * scale) / ((width / 1000) * size);
    return `${step === '0' && rise === '0' ? '' : `${step} ${rise} Td `}${short(stretch, 0)} Tz${string}Tj\n`;
  };
  const spans = spansOf(line, base, sizePx);
  let before: Span | undefined;
  const said = line.words.map((word, index) => {
    const [span, drop, encoded] = [spans[index], drops[index] ?? 0, font.encode(printable(word.text))];
    if (!span || encoded.width === 0 || !isWanted(word)) return '';
    const white = before && whiteBetween(before, span, sizePx);
    before = span;
    return (white ? say(white, drop, font.white()) : '') + say(span, drop, encoded);
  });
  if (!said.some(Boolean)) return '';
  const axes = [ahead[0] / scale, ahead[1] / scale, up[0] / scale, up[1] / scale].map((axis) => short(axis, 4)).join(' ');
  return `/${TEXT_FONT} ${short(size)} Tf ${axes} ${moved(place, origin).map((coordinate) => short(coordinate)).join(' ')} Tm\n${said.join('')}`;
};

/** Usual distance between two lines of a block; 0 of a single one. */
const pitchOf = (lines: readonly OutputLine[]): number => median(lines.slice(1).map(({ polygon }, index) => polygon[3][1] - (lines[index]?.polygon[3][1] ?? 0)));

/** Sizes of the lines of a block. Nobody sees them, but readers of PDF judge by them what belongs together: one size keeps the lines of a paragraph in one, and the rows of a table. */
const sizesOf = (lines: readonly OutputLine[]): number[] => {
  const heights = lines.map(({ polygon }) => heightOf(polygon));
  const usual = median(heights);
  const size = Math.max(SQUARE * usual, Math.min(pitchOf(lines) / MOST_PITCH, MOST_SQUARE * usual));
  return heights.map((height) => (Math.abs(height - usual) <= SAME_SIZE * usual ? size : SQUARE * height));
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
