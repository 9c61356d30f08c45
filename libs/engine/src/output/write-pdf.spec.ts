import { drawPage, drawPdf, encryptedPdf, pdfText } from '@inkproof/drawn-pages';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writtenWithinMs } from './pdf-writer.js';
import type { FormOrder } from './turns.js';
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

const write = (lane = 'one', more: Partial<FormOrder> = {}): Promise<Uint8Array> => writePdf(picture, pages, { lane, ...more });

/** A writer that is there and has nothing to do. */
const warm = async (): Promise<number> => {
  await write();
  const [writer] = writers();
  return writer!;
};

it('writes the documents of one lane one after the other in the same process', async () => {
  expect((await Promise.all([write(), write()])).map(start)).toEqual(['%PDF-', '%PDF-']);
  expect(writers()).toHaveLength(1);
});

it('refuses what cannot be written, and says when a password is missing', async () => {
  await expect(writePdf({ file: Buffer.from('%PDF-1.7 and nothing else'), mediaType: 'application/pdf' }, pages, { lane: 'one' })).rejects.toMatchObject({ name: 'Unreadable', reason: 'corrupt' });
  const encrypted = await encryptedPdf(drawPdf([{ draws: [pdfText(72, 700, 'SECRET')] }]), 'open');
  await expect(writePdf({ file: encrypted, mediaType: 'application/pdf' }, pages, { lane: 'one' })).rejects.toMatchObject({ name: 'Unreadable', reason: 'password_required' });
});

it('survives a process that dies under a document, and the next one is written', async () => {
  const writer = await warm();
  process.kill(writer, 'SIGSTOP');
  const dying = write();
  setTimeout(() => process.kill(writer, 'SIGKILL'), 100);
  await expect(dying).rejects.toMatchObject({ name: 'Unreadable', reason: 'corrupt' });
  expect(start(await write())).toBe('%PDF-');
});

it('gives a document the longer the more pages it has', () => {
  expect([1, 10, 1_000].map(writtenWithinMs)).toEqual([33_000, 60_000, 3_030_000]);
});

it('ends the writing that nobody wants any more, and with it the process', async () => {
  const writer = await warm();
  process.kill(writer, 'SIGSTOP');
  const hangUp = new AbortController();
  const unwanted = write('one', { signal: hangUp.signal });
  const next = write();
  hangUp.abort();
  await expect(unwanted).rejects.toMatchObject({ name: 'AbortError' });
  expect(start(await next)).toBe('%PDF-');
  expect(writers()).not.toContain(writer);
  await expect(write('one', { signal: hangUp.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

it('has a deadline for waiting and writing together', async () => {
  const writer = await warm();
  process.kill(writer, 'SIGSTOP');
  const atWork = write('one', { deadlineMs: 300 });
  const waits = write('one', { deadlineMs: 100 });
  await expect(waits).rejects.toMatchObject({ name: 'DeadlineExceeded' });
  await expect(atWork).rejects.toMatchObject({ name: 'DeadlineExceeded' });
  expect(start(await write())).toBe('%PDF-');
});

it('keeps places for others than the lane that asks for most, and gives back the place of one that hangs up', async () => {
  const writer = await warm();
  process.kill(writer, 'SIGSTOP');
  const hangUp = new AbortController();
  const given = [write(), write('one', { signal: hangUp.signal }), ...Array.from({ length: 7 }, () => write())];
  await expect(write()).rejects.toMatchObject({ name: 'PoolBusy' });
  expect(start(await write('other'))).toBe('%PDF-');
  hangUp.abort();
  await expect(given[1]).rejects.toMatchObject({ name: 'AbortError' });
  given.splice(1, 1, write());
  process.kill(writer, 'SIGCONT');
  expect((await Promise.all(given)).map(start)).toEqual(given.map(() => '%PDF-'));
});

it('serves lanes in turn, so that many of one hold nobody else up', async () => {
  const ended: string[] = [];
  const note = (lane: string): Promise<unknown> => write(lane).then(() => ended.push(lane));
  await Promise.all([...Array.from({ length: 8 }, () => note('many')), ...Array.from({ length: 3 }, () => note('some')), note('one')]);
  expect(ended).toHaveLength(12);
  // Before it are those at work, one more of each lane that asked before it, and what ends beside it.
  expect(ended.indexOf('one')).toBeLessThanOrEqual(5);
});

it('has a queue with an end', async () => {
  const lanes = ['a', 'b', 'c', 'd'].flatMap((lane) => Array.from({ length: 6 }, () => write(lane)));
  const asked = await Promise.allSettled(lanes);
  // Two at work, and sixteen that wait.
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(18);
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'PoolBusy' } });
  expect(writers()).toHaveLength(2);
});
