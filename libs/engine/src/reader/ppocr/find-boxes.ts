import { blobsOf } from './blobs.js';
import type { ProbabilityMap } from './probability-map.js';
import { smallestRectangle } from './smallest-rectangle.js';
import type { TextBox } from './text-box.js';

/** Above this a pixel counts as the core of a line. */
const CORE = 0.3;
/** A blob less sure than this is texture. */
const SURE = 0.55;
/** Cores lower than this many pixels of the map hold nothing that could be read. */
const LOWEST_PX = 3;
/** The detector was taught cores shrunk by area over perimeter; growing by this many times that gives the line back with a little air. */
const GROWTH = 1.55;

const grown = (box: Omit<TextBox, 'score'>): Omit<TextBox, 'score'> => {
  const margin = (GROWTH * box.width * box.height) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * margin, height: box.height + 2 * margin };
};

/** The lines of text in a map, in pixels of the image that is `scaleX` and `scaleY` times as large. */
export const findBoxes = (map: ProbabilityMap, scaleX = 1, scaleY = scaleX): TextBox[] =>
  blobsOf(map, CORE).flatMap(({ outline, score }) => {
    const core = smallestRectangle(outline);
    if (score < SURE || Math.min(core.width, core.height) < LOWEST_PX) return [];
    const { x, y, width, height, angle } = grown(core);
    const [alongX, acrossY] = [Math.hypot(Math.cos(angle) * scaleX, Math.sin(angle) * scaleY), Math.hypot(Math.cos(angle) * scaleY, Math.sin(angle) * scaleX)];
    return [{ x: x * scaleX, y: y * scaleY, width: width * alongX, height: height * acrossY, angle, score }];
  });
