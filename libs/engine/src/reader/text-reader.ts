import type { GreyImage } from '../image/grey-image.js';
import type { ReaderName, Rotation } from '../reading.js';
import type { FoundBlock } from '../text/found.js';

/** How one image is to be read. Readers take what means something to them; everything that decides what is read shows in the recipe. */
export interface ReadSettings {
  /** Engine codes, the weightiest first. */
  languages: readonly string[];
  /** Tesseract's page segmentation mode: 3 finds columns, 4 reads rows of one column. */
  psm: 3 | 4;
  /** That the image is to count as, whatever its file said. */
  dpi: number;
  /** The row above which a page of one column is read by itself, and from which on by itself; null when it is read in one. */
  parting: number | null;
  /** That may work at it side by side, where it can be shared out: how fast it is read, never what is read. */
  threads: number;
}

/** What a reader has ready from its start on, so that what it holds does not grow with what it is asked. A reading may use fewer, and never has more. */
export type ThreadsAtMost = Pick<ReadSettings, 'threads'>;

/** Reads the words off one image as it is. Preparing the image is somebody else's business, and so is composing the text. */
export abstract class TextReader {
  abstract readonly name: ReaderName;
  /** Reader, core and their versions. */
  abstract readonly version: string;
  /** Digests of all data that decide what is read, for these languages. */
  abstract data(languages: readonly string[]): { name: string; sha256: string }[];
  /** Blocks in reading order. The same image and settings give the same answer to the byte, whatever was read before. */
  abstract read(image: GreyImage, settings: ReadSettings): Promise<FoundBlock[]>;
  /** Clockwise degrees by which the image must be turned to stand upright; null when this reader can tell only by reading. */
  orientation(_image: GreyImage): Promise<Rotation | null> {
    return Promise.resolve(null);
  }

  abstract stop(): Promise<void>;
}
