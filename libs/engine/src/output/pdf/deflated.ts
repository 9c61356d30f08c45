import { deflateSync } from 'node:zlib';
import { PDFRawStream, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';

/** A compressed stream of a document. Text is taken byte by byte. */
export const deflated = (context: PDFContext, content: Uint8Array | string, entries: Record<string, number> = {}): PDFRef => {
  const bytes = deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content, { level: 9 });
  return context.register(PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: bytes.byteLength }), bytes));
};
