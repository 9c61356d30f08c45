import type { Block, Line } from '../reading.js';
import { boundsOf, polygonOfBounds } from './bounds.js';

/** A block made of some lines of others, around just these. */
export const blockOf = (lines: Line[], kind: Pick<Block, 'type' | 'level' | 'table'>): Block => ({ ...kind, polygon: polygonOfBounds(boundsOf(lines.map(({ polygon }) => polygon))), lines });

/** A block in parts; without a cut it stays the one it was. */
export const parts = (block: Block, cuts: readonly { lines: Line[]; kind: Pick<Block, 'type' | 'level'> }[]): Block[] => {
  const filled = cuts.filter(({ lines }) => lines.length > 0);
  const [only] = filled;
  return filled.length === 1 && only ? [{ ...block, ...only.kind }] : filled.map(({ lines, kind }) => blockOf(lines, kind));
};
