/**
 * The process that writes searchable PDFs: it takes strangers' files apart, so it is apart itself. It knows the file in
 * hand and nothing else: nothing of our environment, no database, no network.
 */
import sharp from 'sharp';
import { asPdf } from './pdf.js';
import type { PdfAnswer, PdfAsk } from './pdf-writer.js';

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
sharp.concurrency(1);
sharp.cache(false);

const write = async ({ source, pages }: PdfAsk): Promise<PdfAnswer> => {
  try {
    return { pdf: await asPdf(source, pages) };
  } catch (error) {
    return { isEncrypted: /encrypt|password/i.test(String(error)) };
  }
};

process.on('message', (ask) => void write(ask as PdfAsk).then((answer) => process.send?.(answer)));
