import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** What Tesseract said of one page: its table, and its plain text. */
export interface NativeAnswer {
  tsv: string;
  text: string;
}

export interface NativeOrders {
  path: string;
  dataFolder: string;
  languages: readonly string[];
  psm: number;
  dpi: number;
}

/** A row of the table; the text of a page has no tabs. */
const ROW = /^\d+\t(\d+)\t(?:-?[\d.]+\t){9}/;
const LONGEST_PAGE_MS = 120_000;

const argumentsOf = ({ dataFolder, languages, psm, dpi }: NativeOrders): string[] => [
  '-', '-',
  '--tessdata-dir', dataFolder,
  '-l', languages.join('+'),
  '--psm', String(psm),
  '--oem', '1',
  '--dpi', String(dpi),
  ...['stream_filelist=1', 'tessedit_create_tsv=1', 'tessedit_create_txt=1', 'preserve_interword_spaces=1', 'tessedit_do_invert=0', 'page_separator='].flatMap((variable) => ['-c', variable]),
];

interface Waiting {
  resolve: (answer: NativeAnswer) => void;
  reject: (reason: Error) => void;
  timer: NodeJS.Timeout;
}

/**
 * The system's own Tesseract, kept running: it takes the path of a picture on each line of its input.
 * It never says that a page is done, so every page is followed by a blank one: when that begins, the page before it is complete.
 */
export class NativeProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  #waiting: Waiting | null = null;
  #said = '';
  /** Of the blank page after the one in hand. Tesseract counts all pages it was ever given. */
  #blankNumber = 0;
  hasEnded = false;

  constructor(
    orders: NativeOrders,
    private readonly blankPath: string,
  ) {
    // No shell; and one thread, because Tesseract's threads wait for one another by spinning.
    this.#child = spawn(orders.path, argumentsOf(orders), { stdio: ['pipe', 'pipe', 'ignore'], env: { OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' } });
    this.#child.stdout.setEncoding('utf8').on('data', (said: string) => this.#hear(said));
    this.#child.stdin.on('error', () => {});
    this.#child.on('error', (error) => this.#end(error.message));
    this.#child.on('close', (code, signal) => this.#end(`it ended with ${signal ?? `code ${code}`}`));
  }

  /** One page at a time. The path has no line break; nobody but us names it. */
  read(path: string): Promise<NativeAnswer> {
    this.#blankNumber += 2;
    this.#said = '';
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.kill(), LONGEST_PAGE_MS);
      this.#waiting = { resolve, reject, timer };
      if (this.hasEnded) this.#end('it had ended before');
      else this.#child.stdin.write(`${path}\n${this.blankPath}\n`);
    });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.kill();
    await once(this.#child, 'close');
  }

  #hear(said: string): void {
    this.#said += said;
    const waiting = this.#waiting;
    if (!waiting || !this.#said.includes(`\n1\t${this.#blankNumber}\t`)) return;
    const lines = this.#said.split('\n');
    const numberOf = (line: string): number => Number(ROW.exec(line)?.[1] ?? 0);
    const [first, last] = [lines.findIndex((line) => numberOf(line) === this.#blankNumber - 1), lines.findIndex((line) => numberOf(line) === this.#blankNumber)];
    const page = lines.slice(first, last);
    const [rows, text] = [page.filter((line) => ROW.test(line)), page.filter((line) => !ROW.test(line))];
    clearTimeout(waiting.timer);
    this.#waiting = null;
    waiting.resolve({ tsv: rows.join('\n'), text: text.join('\n') });
  }

  #end(why: string): void {
    this.hasEnded = true;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.reject(new Error(`The system's tesseract gave no answer: ${why}`));
  }
}
