import type { GreyImage } from '../../image/grey-image.js';
import { median } from './median.js';
import { sureness, type LineReader, type SeenLine } from './recogniser.js';
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
const readStanding = async (recogniser: LineReader, image: GreyImage, box: TextBox): Promise<SeenLine> => {
  const down = await recogniser.read(image, lyingBox(box));
  const up = await recogniser.read(image, flippedBox(lyingBox(box)));
  return sureness(up) > sureness(down) ? up : down;
};

/** A long line of a Chinese page is first read at half its width, and again at full width where that was doubtful or turned out to hold Latin words. */
const readSqueezed = async (recogniser: LineReader, image: GreyImage, box: TextBox): Promise<SeenLine> => {
  const squeezed = await recogniser.read(image, box, SQUEEZED);
  const isGood = wideShare(squeezed) > MOSTLY && sureness(squeezed) > LEAST_SURE;
  return isGood ? squeezed : recogniser.read(image, box);
};

type Manner = (recogniser: LineReader, image: GreyImage, box: TextBox) => Promise<SeenLine>;

const readWhole: Manner = (recogniser, image, box) => recogniser.read(image, box);

/** What the lines that were read so far say of the page. Standing lines, of which it has few, say nothing. */
class Known {
  #characters = 0;
  #wide = 0;

  add(line: SeenLine): void {
    this.#characters += line.characters.length;
    this.#wide += wideShare(line) * line.characters.length;
  }

  get isEnough(): boolean {
    return this.#characters >= KNOWN_BY;
  }

  get isChinese(): boolean {
    return this.isEnough && this.#wide > MOSTLY * this.#characters;
  }
}

/**
 * Reads all lines of a page. How a line is read is decided by all lines before it. Where several can be read side by side, the next ones are
 * begun by what is known so far, and begun anew if that turns out otherwise: what is read never depends on how many there were.
 */
export const readLines = async (recogniser: LineReader, image: GreyImage, boxes: readonly TextBox[]): Promise<SeenLine[]> => {
  const usualHeight = median(boxes.map(({ width, height }) => Math.min(width, height)));
  const isStanding = (box: TextBox): boolean => isTall(box) && box.height > LONGER * usualHeight;
  const known = new Known();
  const mannerOf = (box: TextBox): Manner => (isStanding(box) ? readStanding : known.isChinese && box.width > LONG * box.height ? readSqueezed : readWhole);
  const begun: { manner: Manner; line: Promise<SeenLine> }[] = [];
  const begin = (box: TextBox): { manner: Manner; line: Promise<SeenLine> } => {
    const manner = mannerOf(box);
    return { manner, line: manner(recogniser, image, box) };
  };
  const lines: SeenLine[] = [];
  for (const [at, box] of boxes.entries()) {
    const ahead = known.isEnough ? recogniser.ahead : 1;
    while (begun.length < Math.min(boxes.length, at + ahead)) begun.push(begin(boxes[begun.length] as TextBox));
    const early = begun[at];
    const { line } = early?.manner === mannerOf(box) ? early : begin(box);
    lines.push(await line);
    if (!isStanding(box)) known.add(lines.at(-1) as SeenLine);
  }
  return lines;
};
