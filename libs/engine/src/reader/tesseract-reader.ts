import tesseract from 'tesseract.js';
import type { GreyImage } from '../image/grey-image.js';
import { languageData, languagesKey } from '../language.js';
import type { FoundBlock } from '../text/found.js';
import { builtFile } from './built-file.js';
import { engineVersion } from './engine-version.js';
import { asPgm } from './pgm.js';
import { TextReader, type ReadSettings } from './text-reader.js';
import { readTsv } from './tsv.js';

const LSTM_ONLY = 1;

/** A small white page: reading it makes the worker say its version, and gets its code compiled before anybody waits. */
const WARM_UP: GreyImage = { width: 64, height: 64, grey: new Uint8Array(64 * 64).fill(255) };

/** The one file that knows tesseract.js. Holds a warm worker for one list of languages, and reads one page at a time. */
export class TesseractReader extends TextReader {
  readonly name = 'tesseract';
  #version = '';

  private constructor(
    private readonly codes: readonly string[],
    private readonly worker: tesseract.Worker,
  ) {
    super();
  }

  /** The first language weighs most where two disagree, so the order is kept as asked. */
  static async start(codes: readonly string[]): Promise<TesseractReader> {
    const worker = await new Promise<tesseract.Worker>((resolve, reject) => {
      const workerPath = builtFile('reader/tesseract-thread.js');
      // When languages fail to load, the promise of `createWorker` never settles; the error handler is the only one who hears of it.
      const errorHandler = (reason: unknown): void => reject(new Error(`Tesseract: ${String(reason)}`));
      const options = { workerPath, langPath: languagesKey(codes), cacheMethod: 'none', errorHandler };
      tesseract.createWorker([...codes], LSTM_ONLY, options).then(resolve, reject);
    });
    const reader = new TesseractReader(codes, worker);
    await reader.read(WARM_UP, { languages: codes, psm: 3, dpi: 200 });
    return reader;
  }

  get version(): string {
    return `${engineVersion}, tesseract ${this.#version}`;
  }

  data(languages: readonly string[]): { name: string; sha256: string }[] {
    return languageData(languages);
  }

  async read(image: GreyImage, { languages, psm, dpi }: ReadSettings): Promise<FoundBlock[]> {
    if (languages.join() !== this.codes.join()) throw new Error(`This reader has ${this.codes.join('+')} loaded, not ${languages.join('+')}`);
    const settings = {
      // All are set with every page: the worker keeps what it was told, and no page may depend on the one before.
      tessedit_pageseg_mode: String(psm),
      user_defined_dpi: String(dpi),
      // Interword spaces are kept as seen, because otherwise the plain text has one after every word, Chinese or not.
      preserve_interword_spaces: '1',
      // Dark pages are inverted before they come here, and trying every line both ways costs time.
      tessedit_do_invert: '0',
    };
    const { data } = await this.worker.recognize(asPgm(image), settings as Partial<tesseract.RecognizeOptions>, { text: true, tsv: true });
    this.#version = data.version;
    return readTsv(data.tsv ?? '', data.text);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
