import type { Polygon } from '../reading.js';
import type { FoundBlock, FoundLine, FoundWord } from './found.js';

/** Two words stand in one place when they share this much of the narrower one's width. */
const SHARED = 0.3;
/** PP-OCR says more of its confidence than Tesseract says of its own at the same rate of errors, by this much on worn Latin print. */
const CREDIT = 0.08;
const HAN = /\p{Script=Han}/u;
/** Signs that PP-OCR's alphabet lacks. It reads what stands beside them and is sure of it, so its confidence says nothing there. */
const UNLEARNT = /[£€]/g;

interface Placed {
  word: FoundWord;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const placed = (word: FoundWord): Placed => {
  const [xs, ys] = [word.polygon.map(([x]) => x), word.polygon.map(([, y]) => y)];
  return { word, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
};

const areOnePlace = (one: Placed, other: Placed): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > SHARED * Math.min(one.right - one.left, other.right - other.left);

const stands = (word: Placed, beside: Placed): boolean => {
  const middle = (word.top + word.bottom) / 2;
  return middle > beside.top && middle < beside.bottom && areOnePlace(word, beside);
};

/** What both readers say of one place on a line. */
interface Place {
  own: Placed[];
  other: Placed[];
}

/** Words of both readers from left to right, those that stand over each other together. One may see two words where the other sees one. */
const placesOf = (own: readonly Placed[], other: readonly Placed[]): Place[] => {
  const all = [...own.map((word) => ({ word, isOwn: true })), ...other.map((word) => ({ word, isOwn: false }))].sort((one, next) => one.word.left - next.word.left);
  const places: Place[] = [];
  for (const { word, isOwn } of all) {
    const last = places.at(-1);
    const facing = isOwn ? last?.other : last?.own;
    const place = last && facing?.some((each) => areOnePlace(each, word)) ? last : { own: [], other: [] };
    if (place !== last) places.push(place);
    (isOwn ? place.own : place.other).push(word);
  }
  return places;
};

const textOf = (words: readonly Placed[]): string => words.map(({ word }) => word.text).join('').normalize('NFKC');

const sureness = (words: readonly Placed[]): number => {
  const lengths = words.map(({ word }) => [...word.text].length);
  return words.reduce((sum, { word }, index) => sum + word.confidence * (lengths[index] ?? 0), 0) / lengths.reduce((sum, length) => sum + length, 0);
};

const isOthersBetter = ({ own, other }: Place): boolean => {
  const [ours, theirs] = [textOf(own), textOf(other)];
  if (other.length === 0 || own.length === 0 || HAN.test(ours + theirs)) return false;
  if (ours === theirs && own.length === other.length) return false;
  if (theirs !== ours && theirs.replace(UNLEARNT, '') === ours.replace(UNLEARNT, '')) return theirs.length > ours.length;
  return sureness(other) + CREDIT > sureness(own);
};

const chosen = (place: Place): FoundWord[] => {
  const [first] = place.own;
  if (!first || !isOthersBetter(place)) return place.own.map(({ word }) => word);
  return place.other.map(({ word }, index) => (index === 0 ? { ...word, isSpaced: word.isSpaced || first.word.isSpaced } : word));
};

const heightsOf = (polygon: Polygon): [top: number, bottom: number] => [Math.min(...polygon.map(([, y]) => y)), Math.max(...polygon.map(([, y]) => y))];

/**
 * Two readings of one page as one: the lines and their order as PP-OCR has them, since it passes over little, and each word as
 * the reader has it that is surer of it. Each mends what the other misreads, because they fail in ways of their own.
 * Chinese stays as PP-OCR has it.
 */
export const joined = (ppocr: readonly FoundBlock[], tesseract: readonly FoundBlock[]): FoundBlock[] => {
  const left = new Set(tesseract.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map(placed))));
  const joinedLine = (line: FoundLine): FoundLine => {
    const [top, bottom] = heightsOf(line.polygon);
    const own = line.words.map(placed);
    const other = [...left].filter((word) => word.bottom > top && word.top < bottom && own.some((each) => stands(word, each)));
    for (const word of other) left.delete(word);
    return { ...line, words: placesOf(own, other).flatMap(chosen) };
  };
  return ppocr.map((block) => ({ ...block, lines: block.lines.map(joinedLine) }));
};
