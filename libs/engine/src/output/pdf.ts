import type { OutputPage } from './page.js';
import { fromPdf } from './pdf/from-pdf.js';
import { fromPictures } from './pdf/from-pictures.js';

export interface PdfSource {
  file: Uint8Array;
  mediaType: string;
  /** Of an encrypted PDF. */
  password?: string | undefined;
}

/**
 * A searchable PDF: the pages as they came, and over them invisible text that can be marked, copied and found.
 * Of a picture file it has the pages that were read; of a PDF all, with text added where some was recognised.
 */
export const asPdf = ({ file, mediaType, password }: PdfSource, pages: readonly OutputPage[]): Promise<Uint8Array> =>
  mediaType === 'application/pdf' ? fromPdf(file, pages, password) : fromPictures(file, mediaType, pages);
