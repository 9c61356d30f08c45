import { createHash } from 'node:crypto';
import { openDocument } from '../document/open-document.js';
import type { OpenDocument } from '../document/document.js';
import type { DocumentAsk, Opened } from './message.js';

/** The documents that lie open in this process, by the numbers the pool gave them. */
export class Desk {
  readonly #documents = new Map<number, OpenDocument>();

  async open({ document, file, caps, pages, password }: DocumentAsk): Promise<Opened> {
    this.close(document);
    const opened = await openDocument(file, { ...(pages && { pages }), ...(password !== undefined && { password }) }, caps);
    this.#documents.set(document, opened);
    return { facts: opened.facts, pages: opened.chosen, inputSha256: createHash('sha256').update(file).digest('hex') };
  }

  take(document: number): OpenDocument {
    const opened = this.#documents.get(document);
    if (!opened) throw new Error('The pool asks for a page of a document that is not open here');
    return opened;
  }

  close(document: number): void {
    this.#documents.get(document)?.close();
    this.#documents.delete(document);
  }
}
