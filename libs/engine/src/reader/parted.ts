import type { GreyImage } from '../image/grey-image.js';
import type { FoundBlock, FoundLine } from '../text/found.js';
import { movedBlocks } from '../text/moved-blocks.js';
import { around } from '../text/polygon.js';
import type { Polygon } from '../reading.js';

/** What is above the row, and what is from it on. */
export const parted = ({ width, height, grey }: GreyImage, row: number): [GreyImage, GreyImage] => [
  { width, height: row, grey: grey.subarray(0, row * width) },
  { width, height: height - row, grey: grey.subarray(row * width) },
];

const lowered = (polygon: Polygon, by: number): Polygon => polygon.map(([x, y]) => [x, y + by]) as unknown as Polygon;

const spaceBetween = ({ polygon: above }: FoundLine, { polygon: below }: FoundLine): number => below[0][1] - above[3][1];

const spacesIn = ({ lines }: FoundBlock): number[] => lines.slice(1).map((line, at) => spaceBetween(lines[at] as FoundLine, line));

/** Whether the lines on both sides of the parting stand as close as lines do in one of the blocks. */
const areOne = (above: FoundBlock, below: FoundBlock): boolean => {
  const [last, first] = [above.lines.at(-1), below.lines[0]];
  return last !== undefined && first !== undefined && spaceBetween(last, first) <= Math.max(...spacesIn(above), ...spacesIn(below));
};

/** Both parts as of one page. A block that the parting went through is one again. */
export const rejoined = (upper: readonly FoundBlock[], lower: readonly FoundBlock[], row: number): FoundBlock[] => {
  const below = movedBlocks(lower, (polygon) => lowered(polygon, row));
  const [last, first] = [upper.at(-1), below[0]];
  if (!last || !first || !areOne(last, first)) return [...upper, ...below];
  const one = { polygon: around([last.polygon, first.polygon]), lines: [...last.lines, ...first.lines] };
  return [...upper.slice(0, -1), one, ...below.slice(1)];
};
