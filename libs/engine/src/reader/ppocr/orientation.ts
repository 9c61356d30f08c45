import type { GreyImage } from '../../image/grey-image.js';
import type { Rotation } from '../../reading.js';
import { cropLine } from './crop-line.js';
import { median } from './median.js';
import { lineInput, sureness, type LineReader } from './recogniser.js';
import type { Network } from './network.js';
import { pointIn, type TextBox } from './text-box.js';
import { flippedBox, isTall, lyingBox } from './turned-box.js';

/** Size of what the direction network looks at, as it was taught. */
const [LOOK_WIDTH_PX, LOOK_HEIGHT_PX] = [192, 48];
const LOOKS = 8;
/** From here on the direction network is believed when it says that lines stand as they should; that they do not must be proven by reading. */
const BELIEVED = 0.8;
const READ = 3;
/** Long enough to prove something, short enough to be read twice; in heights. */
const PROOF_WIDTH = 10;
/** The other way must be read this much more surely, and this surely, before a page is turned. */
const [MARGIN, LEAST_SURE] = [0.1, 0.6];

export interface OrientationNetworks {
  direction: Network;
  recogniser: LineReader;
}

/** The middle of a box, so wide in heights at most. */
const middleOf = (box: TextBox, widthInHeights: number): TextBox => {
  const [x, y] = pointIn(box, 0.5, 0.5);
  return { ...box, x, y, width: Math.min(box.width, widthInHeights * box.height) };
};

/** Rules and dotted lines are longer than any text and lower. As a share of the usual height. */
const LOWEST = 0.6;

const printOf = (lines: readonly TextBox[]): TextBox[] => {
  const usual = median(lines.map(({ height }) => height));
  return lines.filter(({ height }) => height >= LOWEST * usual);
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** How likely, for the direction network, a line is the right way up. */
const chanceUpright = async ({ direction }: OrientationNetworks, image: GreyImage, box: TextBox): Promise<number> => {
  const part = middleOf(box, LOOK_WIDTH_PX / LOOK_HEIGHT_PX);
  const width = Math.min(LOOK_WIDTH_PX, Math.max(1, Math.round((part.width / part.height) * LOOK_HEIGHT_PX)));
  const input = lineInput(cropLine(image, part, width, LOOK_HEIGHT_PX), LOOK_WIDTH_PX);
  const { values } = await direction.run(input, [1, 3, LOOK_HEIGHT_PX, LOOK_WIDTH_PX]);
  return values[0] ?? 0;
};

/** How surely lines are read as they stand. */
const readSurely = async ({ recogniser }: OrientationNetworks, image: GreyImage, boxes: readonly TextBox[]): Promise<number> => {
  const lines = [];
  for (const box of boxes) lines.push(await recogniser.read(image, middleOf(box, PROOF_WIDTH)));
  return mean(lines.map(sureness));
};

/**
 * Clockwise degrees by which an image must be turned to stand upright. Boxes tell whether its lines lie or stand; which end is up
 * is asked of a small network for a few lines, and proven by reading them both ways before anything is turned. A page of
 * Chinese columns has standing lines too, and stays: lying, they cannot be read.
 */
export const orientationOf = async (networks: OrientationNetworks, image: GreyImage, boxes: readonly TextBox[]): Promise<Rotation> => {
  const length = (some: readonly TextBox[]): number => some.reduce((sum, { width, height }) => sum + Math.max(width, height), 0);
  const tall = boxes.filter(isTall);
  const isLying = length(tall) > length(boxes) / 2;
  const lines = printOf(isLying ? tall.map(lyingBox) : boxes.filter((box) => !isTall(box))).toSorted((a, b) => b.width / b.height - a.width / a.height).slice(0, LOOKS);
  if (lines.length === 0) return 0;
  const chances = [];
  for (const line of lines) chances.push(await chanceUpright(networks, image, line));
  if (!isLying && mean(chances) > BELIEVED) return 0;
  const proof = lines.slice(0, READ);
  const [standing, flipped] = [await readSurely(networks, image, proof), await readSurely(networks, image, proof.map(flippedBox))];
  if (!isLying) return flipped > standing + MARGIN && flipped > LEAST_SURE ? 180 : 0;
  if (Math.max(standing, flipped) < LEAST_SURE) return 0;
  return standing > flipped ? 270 : 90;
};
