import { drawPage, drawPdf, encryptedPdf, pdfText } from '@inkproof/drawn-pages';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writePdf } from './write-pdf.js';

const png = new Uint8Array(drawPage({ lines: ['WRITTEN'], widthPx: 240, fontPx: 28 }));
const pages = [{ number: 1, width: 240, height: 60, dpi: null, rotation: 0, mirrored: false, skew: 0, text: '', confidence: null, blocks: [] }] as const;
const picture = { file: png, mediaType: 'image/png' };
const start = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 5)).toString();

/** The processes of this one that write. Linux only: it is read from /proc. */
const writers = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pdf-process') && readFileSync(`/proc/${pid}/status`, 'utf8').includes(`PPid:\t${process.pid}\n`);
      } catch {
        return false;
      }
    })
    .map(Number);


it('writes one document after the other in the same process', async () => {
  expect((await Promise.all([writePdf(picture, pages), writePdf(picture, pages)])).map(start)).toEqual(['%PDF-', '%PDF-']);
  expect(writers()).toHaveLength(1);
});

it('refuses what cannot be written, and says when a password is missing', async () => {
  await expect(writePdf({ file: Buffer.from('%PDF-1.7 and nothing else'), mediaType: 'application/pdf' }, pages)).rejects.toMatchObject({ name: 'Unreadable', reason: 'corrupt' });
  const encrypted = await encryptedPdf(drawPdf([{ draws: [pdfText(72, 700, 'SECRET')] }]), 'open');
  await expect(writePdf({ file: encrypted, mediaType: 'application/pdf' }, pages)).rejects.toMatchObject({ name: 'Unreadable', reason: 'password_required' });
});

it('survives a process that dies under a document, and the next one is written', async () => {
  await writePdf(picture, pages);
  const [writer] = writers();
  process.kill(writer!, 'SIGSTOP');
  const dying = writePdf(picture, pages);
  setTimeout(() => process.kill(writer!, 'SIGKILL'), 100);
  await expect(dying).rejects.toMatchObject({ name: 'Unreadable', reason: 'corrupt' });
  expect(start(await writePdf(picture, pages))).toBe('%PDF-');
});

it('has a queue with an end', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => writePdf(picture, pages)));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'PoolBusy' } });
});
