import tesseract from 'tesseract.js';
import type { GreyImage } from '../image/grey-image.js';
import { languageData, languagesKey } from '../language.js';
import type { FoundBlock } from '../text/found.js';
import { builtFile } from './built-file.js';
import { engineVersion } from './engine-version.js';
import { parted, rejoined } from './parted.js';
import { asPgm } from './pgm.js';
import { TextReader, type ReadSettings, type ThreadsAtMost } from './text-reader.js';
import { readTsv } from './tsv.js';

const LSTM_ONLY = 1;

/** A small white page: reading it makes the worker say its version, and gets its code compiled before anybody waits. */
const WARM_UP: GreyImage = { width: 64, height: 64, grey: new Uint8Array(64 * 64).fill(255) };

/** The first language weighs most where two disagree, so the order is kept as asked. */
const startWorker = (codes: readonly string[]): Promise<tesseract.Worker> =>
  new Promise((resolve, reject) => {
    const workerPath = builtFile('reader/tesseract-thread.js');
    // When languages fail to load, the promise of `createWorker` never settles; the error handler is the only one who hears of it.
    const errorHandler = (reason: unknown): void => reject(new Error(`Tesseract: ${String(reason)}`));
    const options = { workerPath, langPath: languagesKey(codes), cacheMethod: 'none', errorHandler };
    tesseract.createWorker([...codes], LSTM_ONLY, options).then(resolve, reject);
  });

/** The one file that knows tesseract.js. Holds a warm worker for one list of languages, and reads one page at a time. */
export class TesseractReader extends TextReader {
  readonly name = 'tesseract';
  #version = '';
  /** For the lower part of a page, when a core is free for it. */
  readonly #second: Promise<tesseract.Worker> | undefined;

  private constructor(
    private readonly codes: readonly string[],
    private readonly worker: tesseract.Worker,
    { threads }: ThreadsAtMost,
  ) {
    super();
    if (threads > 1) this.#second = startWorker(codes);
    // Nobody waits for it here; a page that cannot be read by it says so.
    this.#second?.catch(() => {});
  }

  static async start(codes: readonly string[], atMost: ThreadsAtMost = { threads: 1 }): Promise<TesseractReader> {
    const reader = new TesseractReader(codes, await startWorker(codes), atMost);
    await reader.read(WARM_UP, { languages: codes, psm: 3, dpi: 200, parting: null, threads: 1 });
    return reader;
  }

  get version(): string {
    return `${engineVersion}, tesseract ${this.#version}`;
  }

  data(languages: readonly string[]): { name: string; sha256: string }[] {
    return languageData(languages);
  }

  async read(image: GreyImage, settings: ReadSettings): Promise<FoundBlock[]> {
    const { languages, parting, threads } = settings;
    if (languages.join() !== this.codes.join()) throw new Error(`This reader has ${this.codes.join('+')} loaded, not ${languages.join('+')}`);
    if (parting === null) return this.#readBy(this.worker, image, settings);
    const [upper, lower] = parted(image, parting);
    if (threads === 1 || !this.#second) return rejoined(await this.#readBy(this.worker, upper, settings), await this.#readBy(this.worker, lower, settings), parting);
    const [above, below] = await Promise.all([this.#readBy(this.worker, upper, settings), this.#second.then((second) => this.#readBy(second, lower, settings))]);
    return rejoined(above, below, parting);
  }

  async stop(): Promise<void> {
    await Promise.all([this.worker.terminate(), this.#second?.then((second) => second.terminate())]);
  }

  async #readBy(worker: tesseract.Worker, image: GreyImage, { psm, dpi }: ReadSettings): Promise<FoundBlock[]> {
    const settings = {
      // All are set with every page: the worker keeps what it was told, and no page may depend on the one before.
      tessedit_pageseg_mode: String(psm),
      user_defined_dpi: String(dpi),
      // Interword spaces are kept as seen, because otherwise the plain text has one after every word, Chinese or not.
      preserve_interword_spaces: '1',
      // Dark pages are inverted before they come here, and trying every line both ways costs time.
      tessedit_do_invert: '0',
    };
    const { data } = await worker.recognize(asPgm(image), settings as Partial<tesseract.RecognizeOptions>, { text: true, tsv: true });
    this.#version = data.version;
    return readTsv(data.tsv ?? '', data.text);
  }
}
