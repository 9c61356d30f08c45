import type { TextReader } from './text-reader.js';

/**
 * Warm readers by their name and languages. Starting one costs a quarter of a second and keeping one a hundred megabytes,
 * so a few are kept and the one unused for longest makes room.
 */
export class ReaderShelf {
  /** A map remembers insertion order; a reader that is used is put in anew, so the first one is the one to go. */
  readonly #readers = new Map<string, TextReader>();

  constructor(
    private readonly room: number,
    private readonly start: (codes: readonly string[]) => Promise<TextReader>,
  ) {}

  async take(codes: readonly string[]): Promise<TextReader> {
    const key = codes.join('+');
    const reader = this.#readers.get(key) ?? (await this.start(codes));
    this.#readers.delete(key);
    this.#readers.set(key, reader);
    for (const [oldest, unused] of this.#readers) {
      if (this.#readers.size <= this.room) break;
      this.#readers.delete(oldest);
      await unused.stop();
    }
    return reader;
  }

  async clear(): Promise<void> {
    const readers = [...this.#readers.values()];
    this.#readers.clear();
    for (const reader of readers) await reader.stop();
  }
}
