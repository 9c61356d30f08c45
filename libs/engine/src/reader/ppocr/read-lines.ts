import type { GreyImage } from '../../image/grey-image.js';
import { median } from './median.js';
import type { Network } from './network.js';
import { readLine, sureness, type SeenLine } from './recogniser.js';
import type { TextBox } from './text-box.js';
import { flippedBox, isTall, lyingBox } from './turned-box.js';
import { isWide } from './wide.js';

/** Of a line of Chinese. Time is spent by width, and Chinese characters are as clear to the network at about half of it; Latin letters are not. */
const SQUEEZED = 0.55;
/** Lines shorter than this many heights cost little. */
const LONG = 8;
/** Share of Chinese among what was read so far, or in the line itself, from which squeezing is worth trying and its answer is taken. */
const MOSTLY = 0.7;
const LEAST_SURE = 0.9;
/** With so many characters read, the page has shown what it is. */
const KNOWN_BY = 12;

const wideShare = ({ characters }: SeenLine): number => characters.filter(({ text }) => isWide(text)).length / Math.max(1, characters.length);

/** A tall box is a line on its side only when it is this much longer than lines are high; else it is a lone digit or a bar. */
const LONGER = 1.5;

/** Text that runs down or up the page: read both ways, and the surer one taken. */
const readStanding = async (network: Network, image: GreyImage, box: TextBox, characters: readonly string[]): Promise<SeenLine> => {
  const down = await readLine(network, image, lyingBox(box), characters);
  const up = await readLine(network, image, flippedBox(lyingBox(box)), characters);
  return sureness(up) > sureness(down) ? up : down;
};

/**
 * Reads all lines of a page. Once it has proven Chinese, long lines are first read at half their width, and again at full width
 * where that was doubtful or turned out to hold Latin words.
 */
export const readLines = async (network: Network, image: GreyImage, boxes: readonly TextBox[], characters: readonly string[]): Promise<SeenLine[]> => {
  const lines: SeenLine[] = [];
  const usualHeight = median(boxes.map(({ width, height }) => Math.min(width, height)));
  let [known, wide] = [0, 0];
  for (const box of boxes) {
    if (isTall(box) && box.height > LONGER * usualHeight) {
      lines.push(await readStanding(network, image, box, characters));
      continue;
    }
    const isChinese = known >= KNOWN_BY && wide > MOSTLY * known;
    const squeezed = isChinese && box.width > LONG * box.height ? await readLine(network, image, box, characters, SQUEEZED) : null;
    const isGood = squeezed !== null && wideShare(squeezed) > MOSTLY && sureness(squeezed) > LEAST_SURE;
    const line = isGood ? squeezed : await readLine(network, image, box, characters);
    lines.push(line);
    known += line.characters.length;
    wide += wideShare(line) * line.characters.length;
  }
  return lines;
};
