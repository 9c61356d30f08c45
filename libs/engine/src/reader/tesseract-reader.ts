import tesseract from 'tesseract.js';
import type { PageImage } from '../image/page-image.js';
import { readingDpi } from '../image/resolution.js';
import { builtFile } from './built-file.js';
import { engineVersion } from './engine-version.js';
import { asPgm } from './pgm.js';
import { TextReader, type FoundText } from './text-reader.js';
import { readTsv } from './tsv.js';

const LSTM_ONLY = 1;
/** Fully automatic segmentation. The library's own default treats a page as one block and loses columns. */
const PSM_AUTO = 3;

/** The one file that knows tesseract.js. Holds a warm worker for one list of languages, and reads one page at a time. */
export class TesseractReader extends TextReader {
  readonly psm = PSM_AUTO;
  #version = '';

  private constructor(
    readonly codes: readonly string[],
    private readonly worker: tesseract.Worker,
  ) {
    super();
  }

  /** The first language weighs most where two disagree, so the order is kept as asked. */
  static start(codes: readonly string[]): Promise<TesseractReader> {
    return new Promise((resolve, reject) => {
      const workerPath = builtFile('reader/tesseract-thread.js');
      // When languages fail to load, the promise of `createWorker` never settles; the error handler is the only one who hears of it.
      const errorHandler = (reason: unknown): void => reject(new Error(`Tesseract: ${String(reason)}`));
      const options = { workerPath, langPath: 'installed', cacheMethod: 'none', errorHandler };
      tesseract.createWorker([...codes], LSTM_ONLY, options).then((worker) => resolve(new TesseractReader(codes, worker)), reject);
    });
  }

  get engine(): string {
    return `${engineVersion}, tesseract ${this.#version}`;
  }

  async read(page: PageImage): Promise<FoundText> {
    const dpi = readingDpi(page.width, page.height, page.dpi);
    // All are set with every page: the worker keeps what it was told, and no page may depend on the one before.
    // Interword spaces are kept as seen, because otherwise the plain text has one after every word, Chinese or not.
    const settings = { tessedit_pageseg_mode: String(PSM_AUTO), user_defined_dpi: String(dpi), preserve_interword_spaces: '1' };
    const { data } = await this.worker.recognize(asPgm(page), settings as Partial<tesseract.RecognizeOptions>, { text: true, tsv: true });
    this.#version = data.version;
    return { blocks: readTsv(data.tsv ?? '', data.text), steps: [`read at ${dpi} dpi${page.dpi === null ? ' (assumed)' : ''}`] };
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
