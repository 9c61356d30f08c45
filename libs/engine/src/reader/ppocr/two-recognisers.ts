import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { GreyImage } from '../../image/grey-image.js';
import { builtFile } from '../built-file.js';
import type { ModelFile } from './models.js';
import type { LineReader, Recogniser, SeenLine } from './recogniser.js';
import type { TextBox } from './text-box.js';

/** What a recogniser is made of. */
export interface OfThread {
  model: ModelFile;
  characters: readonly string[];
}

/** A line that was asked for, and who waits for it. */
interface Errand {
  image: GreyImage;
  box: TextBox;
  squeeze: number;
  resolve(line: SeenLine): void;
  reject(error: unknown): void;
}

/** One that it reads, and one that it need not wait for while this thread reads and hears nothing. */
const WITH_THREAD = 2;

/** What the network says of a line is a million numbers that nobody needs a moment later: a thread that may let them lie holds fifty megabytes more. */
const HEAP = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** The recogniser of this thread and one in a thread beside it, for when a core is free. Both read the same to the bit. */
export class TwoRecognisers implements LineReader {
  readonly ahead = 4 * WITH_THREAD;
  readonly #thread: Worker;
  readonly #waiting: Errand[] = [];
  /** What the thread was sent and has not answered; it answers in order. */
  readonly #sent: Errand[] = [];
  #shown: GreyImage | undefined;
  #isReading = false;

  constructor(private readonly recogniser: Recogniser, workerData: OfThread) {
    this.#thread = new Worker(builtFile('reader/ppocr/recogniser-thread.js'), { workerData, resourceLimits: HEAP });
    this.#thread.on('message', (line: SeenLine) => {
      this.#sent.shift()?.resolve(line);
      this.#send();
    });
    this.#thread.on('error', (error: Error) => this.#sent.splice(0).forEach(({ reject }) => reject(error)));
  }

  read(image: GreyImage, box: TextBox, squeeze = 1): Promise<SeenLine> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ image, box, squeeze, resolve, reject });
      this.#send();
      void this.#readHere();
    });
  }

  async release(): Promise<void> {
    await this.#thread.terminate();
  }

  #send(): void {
    while (this.#sent.length < WITH_THREAD) {
      const errand = this.#waiting.shift();
      if (!errand) return;
      const { image, box, squeeze } = errand;
      if (image !== this.#shown) this.#thread.postMessage({ image });
      this.#shown = image;
      this.#thread.postMessage({ box, squeeze });
      this.#sent.push(errand);
    }
  }

  /** Until nothing waits. Between two lines there is time to hear of those that the thread has read. */
  async #readHere(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    await setImmediate();
    for (let errand = this.#waiting.shift(); errand; errand = this.#waiting.shift()) {
      const { image, box, squeeze, resolve, reject } = errand;
      await this.recogniser.read(image, box, squeeze).then(resolve, reject);
      await setImmediate();
    }
    this.#isReading = false;
  }
}
