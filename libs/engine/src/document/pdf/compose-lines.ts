import type { Polygon } from '../../reading.js';
import type { EmbeddedLine, EmbeddedWord } from '../document.js';
import type { PlacedCharacter } from './page-characters.js';
import { wordBegins } from './wide-words.js';

interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Quarters = PlacedCharacter['quarters'];

/** A run of characters without a space, and whether one stood before it. */
interface Run {
  characters: PlacedCharacter[];
  isSpaced: boolean;
}

/** What stands between two characters: nothing, a space, or the end of a line. */
type Gap = '' | ' ' | '\n';

/** In heights of the line. */
const [BACK, OFF, BESIDE, SPACE] = [1.5, 0.6, 0.5, 0.2] as const;

const around = (extents: readonly Extent[]): Extent => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const extent of extents) {
    left = Math.min(left, extent.left);
    top = Math.min(top, extent.top);
    right = Math.max(right, extent.right);
    bottom = Math.max(bottom, extent.bottom);
  }
  return { left, top, right, bottom };
};

/** The corners, clockwise from where the text has its top left. */
const polygonOf = ({ left, top, right, bottom }: Extent, quarters: Quarters): Polygon => {
  const corners: Polygon = [[left, top], [right, top], [right, bottom], [left, bottom]];
  return [...corners.slice(quarters), ...corners.slice(0, quarters)] as Polygon;
};

/** The same box as it lies when its text runs from left to right. */
const upright = ({ left, top, right, bottom, quarters }: PlacedCharacter): Extent => {
  if (quarters === 1) return { left: top, top: -right, right: bottom, bottom: -left };
  if (quarters === 2) return { left: -right, top: -bottom, right: -left, bottom: -top };
  if (quarters === 3) return { left: -bottom, top: left, right: -top, bottom: right };
  return { left, top, right, bottom };
};

/** A character of the line at hand, with its box as it lies when the text runs from left to right. */
interface Standing {
  character: PlacedCharacter;
  box: Extent;
}

/** A comma is no measure of a line, so a few letters back count too. */
const RECENT = 8;

/**
 * What really stands between the line at hand and the next character. Another line begins below, or back at the margin.
 * A raised letter, or text on its side, is told as if a line ended there; but what follows at once on the same height goes on.
 */
const gapBetween = (told: Gap, line: readonly Standing[], { character, box }: Standing): Gap => {
  const last = line.at(-1);
  if (!last || last.character.quarters !== character.quarters) return '\n';
  let { top, bottom } = last.box;
  for (let index = Math.max(0, line.length - RECENT); index < line.length; index++) {
    const recent = (line[index] as Standing).box;
    if (recent.top < top) ({ top } = recent);
    if (recent.bottom > bottom) ({ bottom } = recent);
  }
  const height = Math.max(bottom - top, box.bottom - box.top, 1);
  const isBeside = Math.abs((top + bottom) / 2 - (box.top + box.bottom) / 2) <= OFF * height;
  if (!isBeside || box.left < last.box.left - BACK * height) return '\n';
  if (told !== '\n') return told;
  const distance = (box.left - last.box.right) / Math.max(bottom - top, 1);
  if (Math.abs(distance) > BESIDE) return '\n';
  return distance > SPACE ? ' ' : '';
};

const wordsOf = ({ characters, isSpaced }: Run): EmbeddedWord[] => {
  const begins = wordBegins(characters.map(({ text }) => text).join(''));
  // Ligatures are several letters in one place, so characters are counted by their letters.
  const words: PlacedCharacter[][] = [];
  let letters = 0;
  for (const character of characters) {
    if (letters >= (begins[words.length] ?? Infinity)) words.push([]);
    words.at(-1)?.push(character);
    letters += [...character.text].length;
  }
  return words.map((word, index) => ({
    text: word.map(({ text }) => text).join(''),
    polygon: polygonOf(around(word), word[0]?.quarters ?? 0),
    isSpaced: index === 0 && isSpaced,
  }));
};

const lineOf = (runs: readonly Run[]): EmbeddedLine => {
  const characters = runs.flatMap((run) => run.characters);
  return { polygon: polygonOf(around(characters), characters[0]?.quarters ?? 0), words: runs.flatMap(wordsOf) };
};

/** Characters as they come, put together to words and lines by where they stand. */
export const composeLines = (characters: readonly PlacedCharacter[]): EmbeddedLine[] => {
  const lines: Run[][] = [];
  let line: Standing[] = [];
  let told: Gap = '\n';
  for (const character of characters) {
    if (character.text === ' ' || character.text === '\n') {
      if (told !== '\n') told = character.text;
      continue;
    }
    const standing = { character, box: upright(character) };
    const gap = gapBetween(told, line, standing);
    if (gap === '\n') {
      lines.push([{ characters: [character], isSpaced: false }]);
      line = [];
    } else if (gap === ' ') lines.at(-1)?.push({ characters: [character], isSpaced: true });
    else lines.at(-1)?.at(-1)?.characters.push(character);
    line.push(standing);
    told = '';
  }
  return lines.map(lineOf);
};
