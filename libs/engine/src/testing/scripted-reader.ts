import type { PageImage } from '../image/page-image.js';
import { TextReader, type FoundText } from '../reader/text-reader.js';
import type { FoundBlock, FoundWord } from '../text/found.js';

/** A word as a spec speaks of it: set in a row 20 px high, ten pixels a character. */
export const word = (text: string, left = 0, { confidence = 0.9, isSpaced = true }: Partial<FoundWord> = {}): FoundWord => ({
  text,
  box: { left, top: 0, width: [...text].length * 10, height: 20 },
  confidence,
  isSpaced,
});

export const block = (...lines: FoundWord[][]): FoundBlock => {
  const box = { left: 0, top: 0, width: 100, height: 20 };
  return { box, lines: lines.map((words) => ({ box, words })) };
};

/** Says what a spec tells it to, page by page, and remembers the pages it was shown. */
export class ScriptedReader extends TextReader {
  readonly engine = 'scripted';
  readonly psm = 3;
  readonly codes = ['eng'];
  readonly shown: PageImage[] = [];
  isStopped = false;

  constructor(private readonly script: readonly FoundBlock[][] = []) {
    super();
  }

  read(page: PageImage): Promise<FoundText> {
    this.shown.push(page);
    return Promise.resolve({ blocks: this.script[this.shown.length - 1] ?? [], steps: ['read'] });
  }

  stop(): Promise<void> {
    this.isStopped = true;
    return Promise.resolve();
  }
}
