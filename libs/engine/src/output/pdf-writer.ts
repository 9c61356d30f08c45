import { fork, type ChildProcess } from 'node:child_process';
import { residentBytes } from '../pool/resident-memory.js';
import { builtFile } from '../reader/built-file.js';
import { Unreadable } from '../unreadable.js';
import type { OutputPage } from './page.js';
import type { PdfSource } from './pdf.js';

export interface PdfAsk {
  source: PdfSource;
  pages: readonly OutputPage[];
}
export type PdfAnswer = { pdf: Uint8Array } | { isEncrypted: boolean };

const [BASE_MS, PAGE_MS] = [30_000, 3_000];
const MEMORY_BYTES = 2 ** 30;
const LOOK_EVERY_MS = 250;

/** A page takes tens of milliseconds, and a photograph of 9 megapixels that is stored anew some two seconds. What takes longer than this was made to. */
export const writtenWithinMs = (pages: number): number => BASE_MS + pages * PAGE_MS;

const refuse = (): Unreadable => new Unreadable('corrupt', 'No searchable PDF can be made of this file: it is damaged, or built so that it takes too long. Ask for the other forms of the result.');
const locked = (): Unreadable => new Unreadable('password_required', 'The document is encrypted. Send its password in the option password.');

/** Those that wait for the next document. One that ended badly is not among them. */
const idle = new Set<ChildProcess>();

const start = (): ChildProcess => fork(builtFile('output/pdf-process.js'), [], { env: {}, execArgv: ['--max-old-space-size=512'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

const takeOne = (): ChildProcess => {
  const [child = start()] = idle;
  idle.delete(child);
  child.removeAllListeners('close');
  child.ref();
  child.channel?.ref();
  return child;
};

/** A process that has nothing to do keeps nobody from ending. */
const rest = (child: ChildProcess): void => {
  child.unref();
  child.channel?.unref();
  child.once('error', () => child.kill('SIGKILL'));
  child.once('close', () => idle.delete(child));
  idle.add(child);
};

/** `asPdf` in a process of its own, which is ended when it takes too long or too much, and when the signal says so. Rejects with `Unreadable` once it is at rest or gone. */
export const inPdfProcess = (ask: PdfAsk, signal: AbortSignal): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const child = takeOne();
    const kill = (): void => void child.kill('SIGKILL');
    const patience = setTimeout(kill, writtenWithinMs(ask.pages.length));
    const watch = setInterval(() => void residentBytes(child.pid ?? 0).then((bytes) => bytes > MEMORY_BYTES && kill()), LOOK_EVERY_MS);
    const done = (): void => {
      clearTimeout(patience);
      clearInterval(watch);
      signal.removeEventListener('abort', kill);
      for (const event of ['message', 'close', 'error']) child.removeAllListeners(event);
    };
    signal.addEventListener('abort', kill);
    child.once('error', kill);
    child.once('close', () => {
      done();
      reject(refuse());
    });
    child.once('message', (answer: PdfAnswer) => {
      done();
      // One that was told to end may have answered first; it is not to be met by the next document.
      if (!signal.aborted) rest(child);
      if ('pdf' in answer) resolve(answer.pdf);
      else reject(answer.isEncrypted ? locked() : refuse());
    });
    child.send(ask, (error) => error && kill());
  });
