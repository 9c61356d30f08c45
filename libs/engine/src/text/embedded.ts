import type { EmbeddedLine } from '../document/document.js';
import type { Polygon } from '../reading.js';
import type { FoundBlock, FoundLine } from './found.js';
import { around, heightOf } from './polygon.js';

const edges = (corners: Polygon): { left: number; right: number; top: number; bottom: number } => {
  const [across, down] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
};

/** Lines of one paragraph stand closer than this, in heights of the line. */
const PARAGRAPH_GAP = 0.9;

/** Whether a line continues the block above it: right below, over some of the same width, and of about the same size. */
const continues = (line: FoundLine, before: FoundLine): boolean => {
  const [here, above] = [edges(line.polygon), edges(before.polygon)];
  const [height, heightAbove] = [heightOf(line.polygon), heightOf(before.polygon)];
  const gap = here.top - above.bottom;
  const isSameSize = Math.max(height, heightAbove) < 1.5 * Math.min(height, heightAbove);
  return isSameSize && gap < PARAGRAPH_GAP * Math.min(height, heightAbove) && here.top > above.top && here.left < above.right && above.left < here.right;
};

/** The text that came with the file, as if a reader had found it and been sure. */
export const embeddedBlocks = (lines: readonly EmbeddedLine[]): FoundBlock[] => {
  const blocks: FoundBlock[] = [];
  for (const { polygon, words } of lines) {
    const line: FoundLine = { polygon, words: words.map((word) => ({ ...word, confidence: 1 })) };
    const block = blocks.at(-1);
    const before = block?.lines.at(-1);
    if (block && before && continues(line, before)) block.lines.push(line);
    else blocks.push({ polygon, lines: [line], source: 'embedded' });
  }
  return blocks.map((block) => ({ ...block, polygon: around(block.lines.map(({ polygon }) => polygon)) }));
};

/** Recognised blocks among the embedded ones: each before the first that begins below it in its own width, the order of the file kept. */
export const merged = (embedded: readonly FoundBlock[], recognised: readonly FoundBlock[]): FoundBlock[] => {
  const blocks = [...embedded];
  for (const block of recognised) {
    const here = edges(block.polygon);
    const next = blocks.findIndex((other) => {
      const there = edges(other.polygon);
      return other.source === 'embedded' && there.top >= (here.top + here.bottom) / 2 && there.left < here.right && here.left < there.right;
    });
    blocks.splice(next < 0 ? blocks.length : next, 0, block);
  }
  return blocks;
};
