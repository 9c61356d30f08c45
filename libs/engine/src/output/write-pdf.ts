import { fork, type ChildProcess } from 'node:child_process';
import { PoolBusy } from '../pool/errors.js';
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

/** Writing takes tens of milliseconds a page. What takes so long or so much was made to. */
const WITHIN_MS = 30_000;
const MEMORY_BYTES = 2 ** 30;
const LOOK_EVERY_MS = 250;
const MOST_WAITING = 16;

const refuse = (): Unreadable => new Unreadable('corrupt', 'No searchable PDF can be made of this file: it is damaged, or built so that it takes too long. Ask for the other forms of the result.');
const locked = (): Unreadable => new Unreadable('password_required', 'The document is encrypted. Send its password in the option password.');

/** Ready for the next one, or undefined where none was written yet and where the last one ended badly. */
let idle: ChildProcess | undefined;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** A process that has nothing to do keeps nobody from ending. */
const start = (): ChildProcess => fork(builtFile('output/pdf-process.js'), [], { env: {}, execArgv: ['--max-old-space-size=512'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

const inProcess = (ask: PdfAsk): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const child = idle ?? start();
    idle = undefined;
    child.ref();
    child.channel?.ref();
    const kill = (): void => void child.kill('SIGKILL');
    const patience = setTimeout(kill, WITHIN_MS);
    const watch = setInterval(() => void residentBytes(child.pid ?? 0).then((bytes) => bytes > MEMORY_BYTES && kill()), LOOK_EVERY_MS);
    const done = (): void => {
      clearTimeout(patience);
      clearInterval(watch);
      for (const event of ['message', 'close', 'error']) child.removeAllListeners(event);
    };
    child.once('error', kill);
    child.once('close', () => {
      done();
      reject(refuse());
    });
    child.once('message', (answer: PdfAnswer) => {
      done();
      child.once('error', kill);
      child.unref();
      child.channel?.unref();
      idle = child;
      // Should it end while nobody needs it, the next one gets a new one.
      child.once('close', () => (idle = idle === child ? undefined : idle));
      if ('pdf' in answer) resolve(answer.pdf);
      else reject(answer.isEncrypted ? locked() : refuse());
    });
    child.send(ask, (error) => error && kill());
  });

/**
 * `asPdf` in a process of its own, one document after the other: a file that crashes it, hangs it or fills its memory
 * costs its caller a refusal and nobody else anything. Rejects with `Unreadable` and `PoolBusy`.
 */
export const writePdf = async (source: PdfSource, pages: readonly OutputPage[]): Promise<Uint8Array> => {
  if (waiting >= MOST_WAITING) throw new PoolBusy(`${waiting} searchable PDFs wait to be written`);
  waiting++;
  const written = last.then(() => inProcess({ source, pages }));
  last = written.catch(() => {});
  return written.finally(() => waiting--);
};
