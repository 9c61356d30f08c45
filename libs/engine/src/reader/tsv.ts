import type { Polygon } from '../reading.js';
import type { FoundBlock } from '../text/found.js';
import { polygonOf } from '../text/polygon.js';

const [BLOCK, LINE, WORD] = ['2', '4', '5'];

const boxOf = (fields: readonly string[]): Polygon => {
  const [left = 0, top = 0, width = 0, height = 0] = fields.slice(6, 10).map(Number);
  return polygonOf(left, top, width, height);
};

/** Walks the plain text word by word and says of each whether white space stood before it. */
const spacesOf = (text: string): ((word: string) => boolean) => {
  let at = 0;
  return (word) => {
    const found = text.indexOf(word, at);
    if (found < 0) return true;
    const isSpaced = found > at;
    at = found + word.length;
    return isSpaced;
  };
};

/**
 * What Tesseract found, from its two answers. The table has level, page, block, paragraph, line, word, left, top, width, height,
 * confidence and text; only the plain text, made of the same words in the same order, knows where the reader saw spaces.
 * (The JSON answer has a box for every letter, which nobody here needs, takes twice as long to write, and is silent on spaces too.)
 * Words without ink, as the rules of a table come out, are dropped, and with them the lines and blocks that hold nothing else.
 */
export const readTsv = (tsv: string, text: string): FoundBlock[] => {
  const blocks: FoundBlock[] = [];
  const isSpaced = spacesOf(text);
  for (const row of tsv.split('\n')) {
    const fields = row.split('\t');
    if (fields[0] === BLOCK) blocks.push({ polygon: boxOf(fields), lines: [] });
    if (fields[0] === LINE) blocks.at(-1)?.lines.push({ polygon: boxOf(fields), words: [] });
    const word = fields[11]?.trim();
    if (fields[0] === WORD && word) blocks.at(-1)?.lines.at(-1)?.words.push({ text: word, polygon: boxOf(fields), confidence: Number(fields[10]) / 100, isSpaced: isSpaced(word) });
  }
  return blocks
    .map(({ polygon, lines }) => ({ polygon, lines: lines.filter(({ words }) => words.length > 0) }))
    .filter(({ lines }) => lines.length > 0);
};
