import type { GreyImage } from '../../image/grey-image.js';
import { cropLine } from './crop-line.js';
import { decode, type SeenCharacter } from './ctc.js';
import type { Network } from './network.js';
import type { TextBox } from './text-box.js';

const USUAL_HEIGHT_PX = 48;
/** The network shrinks widths in steps of this many pixels. */
const STRIDE_PX = 8;
/** Below this the network was never taught to read. */
const LEAST_WIDTH_PX = 48;
/** A longer line is squeezed, so that one endless line cannot take all memory. */
const MOST_WIDTH_PX = 3200;
const CHANNELS = 3;

/** A line as it was cut out, and what was read in it. */
export interface SeenLine {
  box: TextBox;
  crop: GreyImage;
  /** Pixels of the crop that go by in one step. */
  stepPx: number;
  characters: SeenCharacter[];
}

/** Reads lines one by one: a batch is not faster on one thread, pads every line to the longest, and would let a line's neighbours decide its last bits. */
export interface LineReader {
  /** How many lines should be with it, so that it never waits for the next. */
  readonly ahead: number;
  /** The line in a box of an image, seen at this share of its width. */
  read(image: GreyImage, box: TextBox, squeeze?: number): Promise<SeenLine>;
}

/** From -1 to 1; what is beyond the line stays 0, as the network was taught. */
export const lineInput = ({ width, height, grey }: GreyImage, paddedWidth: number): Float32Array => {
  const input = new Float32Array(CHANNELS * height * paddedWidth);
  for (let channel = 0; channel < CHANNELS; channel++) {
    for (let y = 0; y < height; y++) {
      const at = (channel * height + y) * paddedWidth;
      for (let x = 0; x < width; x++) input[at + x] = (grey[y * width + x] ?? 0) / 127.5 - 1;
    }
  }
  return input;
};

/** Mean over the characters of a line; 0 without any. */
export const sureness = ({ characters }: SeenLine): number => characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length);

/** PP-OCR's recogniser in this thread. */
export class Recogniser implements LineReader {
  readonly ahead = 1;

  constructor(
    private readonly network: Network,
    private readonly characters: readonly string[],
  ) {}

  async read(image: GreyImage, box: TextBox, squeeze = 1): Promise<SeenLine> {
    const height = this.network.inputHeight ?? USUAL_HEIGHT_PX;
    const width = Math.min(MOST_WIDTH_PX, Math.max(STRIDE_PX, Math.round((box.width / box.height) * height * squeeze)));
    const crop = cropLine(image, box, width, height);
    const paddedWidth = Math.max(LEAST_WIDTH_PX, Math.ceil(width / STRIDE_PX) * STRIDE_PX);
    const { shape, values } = await this.network.run(lineInput(crop, paddedWidth), [1, CHANNELS, height, paddedWidth]);
    const [, steps = 0, classes = 0] = shape;
    return { box, crop, stepPx: paddedWidth / steps, characters: decode({ steps, classes, values }, this.characters) };
  }

  release(): Promise<void> {
    return this.network.release();
  }
}
