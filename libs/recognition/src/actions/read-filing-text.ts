import type { ReadFilingText as ReadText } from '@inkproof/contract';
import { engineLanguages, type DocumentCaps } from '@inkproof/engine';
import { filedText } from '@inkproof/consent';
import { engineOptions } from '../model/engine-options.js';
import { refusalFor } from '../model/refusals.js';
import { docxText } from './docx-text.js';
import type { Readers } from './readers.js';

const PAGES_MAX = 20;
const ZIP = 'PK\x03\x04';

interface Asked {
  /** Whose turn it is among those who have something read. */
  tenantId: string;
  file: Buffer;
  languages: string[];
  signal?: AbortSignal;
}

/** Reads the text of a consent out of the file it lies in. Not metered, and nothing of it is kept: it is the tenant's own paper. */
export class ReadFilingText {
  constructor(
    private readonly readers: Readers,
    private readonly settings: { maxPixels: number; deadlineMs: number },
  ) {}

  async of({ tenantId, file, languages, signal }: Asked): Promise<ReadText> {
    if (file.toString('latin1', 0, ZIP.length) === ZIP) return { text: filedText(await docxText(file)), source: 'docx', advisory: false };
    const caps: DocumentCaps = { maxPixels: this.settings.maxPixels, maxPages: PAGES_MAX };
    const options = engineOptions({ languages, reader: 'auto' }, engineLanguages, this.readers.installed());
    try {
      const { facts, pages } = await this.readers.open({ file, caps, lane: tenantId, ...(signal && { signal }) });
      const reading = await this.readers.read({ file, options: { ...options, pages }, caps, lane: tenantId, laneLimit: 1, urgency: 'call', deadlineMs: this.settings.deadlineMs, ...(signal && { signal }) });
      const words = reading.pages.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words)));
      return { text: filedText(reading.pages.map(({ text }) => text).join('\n')), source: facts.mediaType === 'application/pdf' ? 'pdf' : 'image', advisory: words.some(({ source }) => source === 'ocr') };
    } catch (error) {
      throw refusalFor(error);
    }
  }
}
