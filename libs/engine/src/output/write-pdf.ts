import type { OutputPage } from './page.js';
import type { PdfSource } from './pdf.js';
import { inPdfProcess } from './pdf-writer.js';
import { Turns, type FormOrder } from './turns.js';

/** Two at once, so that a document of a thousand pages holds up its own lane and not all others. */
const turns = new Turns({ what: 'searchable PDFs', atOnce: 2, waiting: 16 });

/**
 * `asPdf` in a process of its own: a file that crashes it, hangs it or fills its memory costs its caller a refusal and
 * nobody else anything. Rejects with `Unreadable`, and as `Turns` do.
 */
export const writePdf = (source: PdfSource, pages: readonly OutputPage[], order: FormOrder): Promise<Uint8Array> => turns.take(order, (stop) => inPdfProcess({ source, pages }, stop));
