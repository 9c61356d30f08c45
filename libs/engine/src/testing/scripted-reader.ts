import type { GreyImage } from '../image/grey-image.js';
import type { ReaderName } from '../reading.js';
import { TextReader, type ReadSettings } from '../reader/text-reader.js';
import type { FoundBlock, FoundWord } from '../text/found.js';
import { polygonOf } from '../text/polygon.js';

/** A word as a spec speaks of it: set in a row 20 px high, ten pixels a character. */
export const word = (text: string, left = 0, { confidence = 0.9, isSpaced = true }: Partial<FoundWord> = {}): FoundWord => ({
  text,
  polygon: polygonOf(left, 0, [...text].length * 10, 20),
  confidence,
  isSpaced,
});

export const block = (...lines: FoundWord[][]): FoundBlock => {
  const polygon = polygonOf(0, 0, 100, 20);
  return { polygon, lines: lines.map((words) => ({ polygon, words })) };
};

/** Says what a spec tells it to, page by page, and remembers what it was shown. */
export class ScriptedReader extends TextReader {
  readonly version = 'scripted 1';
  readonly shown: { image: GreyImage; settings: ReadSettings }[] = [];
  isStopped = false;

  constructor(
    private readonly script: readonly FoundBlock[][] = [],
    readonly name: ReaderName = 'tesseract',
  ) {
    super();
  }

  data(languages: readonly string[]): { name: string; sha256: string }[] {
    return languages.map((name) => ({ name, sha256: '0'.repeat(64) }));
  }

  read(image: GreyImage, settings: ReadSettings): Promise<FoundBlock[]> {
    this.shown.push({ image, settings });
    return Promise.resolve(this.script[this.shown.length - 1] ?? []);
  }

  stop(): Promise<void> {
    this.isStopped = true;
    return Promise.resolve();
  }
}
