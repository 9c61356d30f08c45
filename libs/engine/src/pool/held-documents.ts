import type { DocumentAsk } from './message.js';

/** A process keeps documents between their pages, because sending one again costs more than reading some pages. These many, and so large together. */
const [MOST_DOCUMENTS, MOST_BYTES] = [8, 256 * 2 ** 20];

/** Which documents a process holds. The one unused for longest goes when there are too many. */
export class HeldDocuments {
  /** A map remembers insertion order; a document that is used is put in anew. */
  readonly #bytes = new Map<number, number>();

  has(document: number): boolean {
    return this.#bytes.has(document);
  }

  /** Answers with those that have to go. */
  use({ document, file }: DocumentAsk): number[] {
    this.#bytes.delete(document);
    this.#bytes.set(document, file.length);
    let total = [...this.#bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
    const gone: number[] = [];
    for (const [oldest, bytes] of this.#bytes) {
      if (oldest === document || (this.#bytes.size - gone.length <= MOST_DOCUMENTS && total <= MOST_BYTES)) break;
      gone.push(oldest);
      total -= bytes;
    }
    for (const each of gone) this.#bytes.delete(each);
    return gone;
  }

  drop(document: number): boolean {
    return this.#bytes.delete(document);
  }

  clear(): void {
    this.#bytes.clear();
  }
}
