import type { Polygon } from '../reading.js';
import type { FoundBlock } from './found.js';

/** The same blocks elsewhere: every polygon of theirs, of their lines and words, is moved so. */
export const movedBlocks = (blocks: readonly FoundBlock[], move: (polygon: Polygon) => Polygon): FoundBlock[] =>
  blocks.map((block) => ({
    ...block,
    polygon: move(block.polygon),
    lines: block.lines.map((line) => ({
      polygon: move(line.polygon),
      words: line.words.map((word) => ({ ...word, polygon: move(word.polygon) })),
    })),
  }));
