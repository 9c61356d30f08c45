import type { ReaderName } from '../reading.js';
import { NotReplayable } from '../image/prepared.js';
import { ReaderShelf } from './reader-shelf.js';
import type { TextReader } from './text-reader.js';

/** How to start a reader of one name. `ppocr` reads all its languages with one model, the others are started for a list of languages. */
export type ReaderStarts = Partial<Record<ReaderName, (languages: readonly string[]) => Promise<TextReader>>>;

const ROOM = 4;
const READS_EVERYTHING: readonly ReaderName[] = ['ppocr'];

/** The readers that can be used here, started when they are first needed and kept warm. */
export class Readers {
  /** That a reading may use from here on: as many as have a core to themselves. */
  threads = 1;
  readonly #shelf: ReaderShelf;

  constructor(
    private readonly starts: ReaderStarts,
    room = ROOM,
  ) {
    this.#shelf = new ReaderShelf(room, ([name = '', ...languages]) => this.#start(name as ReaderName)(languages));
  }

  get available(): ReaderName[] {
    return Object.keys(this.starts) as ReaderName[];
  }

  has(name: ReaderName): boolean {
    return this.starts[name] !== undefined;
  }

  take(name: ReaderName, languages: readonly string[]): Promise<TextReader> {
    return this.#shelf.take([name, ...(READS_EVERYTHING.includes(name) ? [] : languages)]);
  }

  stop(): Promise<void> {
    return this.#shelf.clear();
  }

  #start(name: ReaderName): (languages: readonly string[]) => Promise<TextReader> {
    const start = Object.hasOwn(this.starts, name) ? this.starts[name] : undefined;
    if (!start) throw new NotReplayable(`The reader "${name}" is not available here. There is ${this.available.join(', ')}.`);
    return start;
  }
}
