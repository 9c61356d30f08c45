import type { DocumentFacts, PageReading, Place, Reading, ReadRequest } from '@inkproof/engine';
import { Readers, type OpenRequest, type PlaceRequest } from '../actions/readers.js';
import type { InstalledReader } from '../model/engine-options.js';

export const fileOf = (script: { pages: string[] }): Buffer => Buffer.from(JSON.stringify(script));

const polygon: PageReading['blocks'][number]['polygon'] = [[0, 0], [10, 0], [10, 10], [0, 10]];

export const pageOf = (number: number, text: string): PageReading => ({
  number,
  width: 100,
  height: 100,
  dpi: null,
  rotation: 0,
  mirrored: false,
  skew: 0,
  quality: { sharpness: null, contrast: null, textHeightPx: null, warnings: [] },
  text,
  confidence: 0.9,
  blocks: [{ type: 'text', polygon, lines: [{ text, polygon, words: [{ text, polygon, confidence: 0.9, source: 'ocr', span: [0, text.length] }] }] }],
  recipe: { reader: 'tesseract', why: 'scripted', languages: ['eng'], steps: [] },
});

/** Reads what the file says it says, page by page, and waits before each page for the spec to let it go on. */
export class ScriptedReaders extends Readers {
  /** How often each page was read, by its text. */
  readonly timesRead: Record<string, number> = {};
  beforePage: (text: string, signal?: AbortSignal) => Promise<void> = async () => {};
  readonly errors = new Map<string, Error>();

  async open({ file }: OpenRequest): Promise<{ facts: DocumentFacts; pages: number[] }> {
    const { pages } = JSON.parse(Buffer.from(file).toString()) as { pages: string[] };
    return { facts: { mediaType: 'image/png', pages: pages.length, frames: 1 }, pages: pages.map((_, i) => i + 1) };
  }

  async read(request: ReadRequest): Promise<Reading> {
    const { facts, pages } = await this.open(request as OpenRequest);
    const texts = (JSON.parse(Buffer.from(request.file).toString()) as { pages: string[] }).pages;
    request.onOpened?.(facts, pages);
    const read: PageReading[] = [];
    for (const number of pages.filter((page) => !request.skip?.has(page))) {
      const text = texts[number - 1]!;
      await this.beforePage(text, request.signal);
      request.signal?.throwIfAborted();
      const error = this.errors.get(text);
      if (error) throw error;
      this.timesRead[text] = (this.timesRead[text] ?? 0) + 1;
      const page = pageOf(number, text);
      read.push(page);
      request.onPage?.(page, read.length, pages.length);
    }
    return { document: facts, pages: read, failedPages: [], recipe: { version: 1, engines: [], data: [], inputSha256: '0' } };
  }

  installed(): InstalledReader[] {
    return [{ name: 'tesseract', version: 'scripted', languages: ['eng', 'chi_sim'] }];
  }

  async place({ lane }: PlaceRequest): Promise<Place> {
    return { lane, leave: () => {} };
  }
}
