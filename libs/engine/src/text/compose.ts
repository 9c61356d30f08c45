import type { Block, Line, Word, WordSource } from '../reading.js';
import { rounded } from './confidence.js';
import type { FoundBlock, FoundLine } from './found.js';
import { heightOf } from './polygon.js';
import { between } from './spacing.js';

const BETWEEN_LINES = '\n';
const BETWEEN_BLOCKS = '\n\n';

const composeLine = (found: FoundLine, begin: number, source: WordSource): Line => {
  const words: Word[] = [];
  let text = '';
  let length = 0;
  found.words.forEach((word, index) => {
    const left = found.words[index - 1];
    const gap = left ? between(left, word, heightOf(found.polygon)) : '';
    const from = begin + length + gap.length;
    const to = from + [...word.text].length;
    words.push({ text: word.text, polygon: word.polygon, confidence: rounded(word.confidence), source, span: [from, to] });
    text += gap + word.text;
    length = to - begin;
  });
  return { text, polygon: found.polygon, words };
};

/**
 * The text of a page, and where in it each word stands. Spans count code points, because every language but ours counts so.
 * The text is made here from the words rather than taken from the reader, so that the two can never disagree.
 */
export const compose = (found: readonly FoundBlock[]): { text: string; blocks: Block[] } => {
  const blocks: Block[] = [];
  let text = '';
  let length = 0;
  for (const { polygon, lines, source = 'ocr' } of found) {
    const block: Block = { type: 'text', polygon, lines: [] };
    for (const foundLine of lines) {
      const joint = text === '' ? '' : block.lines.length === 0 ? BETWEEN_BLOCKS : BETWEEN_LINES;
      const line = composeLine(foundLine, length + joint.length, source);
      text += joint + line.text;
      length += joint.length + [...line.text].length;
      block.lines.push(line);
    }
    blocks.push(block);
  }
  return { text, blocks };
};
