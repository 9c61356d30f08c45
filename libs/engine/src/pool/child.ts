import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ReaderFacts } from '../recipe.js';
import type { Answer, Ask, Orders } from './message.js';

/** Loading languages and models takes seconds at most on an idle machine. A crowded one may take its time, a broken one may not. */
const START_WITHIN_MS = 30_000;
const LAST_WORDS_CHARACTERS = 2_000;

const ENVIRONMENT = {
  // The C library keeps a heap for every thread, of which a reader's are idle by turns: with one for all it holds a hundred megabytes less and takes no longer.
  MALLOC_ARENA_MAX: '1',
  // Official builds of onnxruntime since 1.29 tell their maker of every model and session, and keep a number of the machine, unless they are asked before the first session.
  ORT_DISABLE_TELEMETRY: '1',
};

export interface ChildWatcher {
  onAnswer(answer: Answer): void;
  /** It ended of itself or was killed, before it was ready or after. Not told of one that was retired. */
  onEnd(why: string, wasReady: boolean): void;
}

/** The process with all that it started, whether it has ended itself or not. */
const endGroup = (leader: ChildProcess): void => {
  try {
    if (leader.pid !== undefined) process.kill(-leader.pid, 'SIGKILL');
  } catch {
    // There is no group, because all of it has ended or because the system knows none.
    leader.kill('SIGKILL');
  }
};

/** One process of the pool, from its start to its end. */
export class Child {
  /** Rejects when the process turns out not to start. */
  readonly ready: Promise<readonly ReaderFacts[]>;
  /** Pages it has read, and the memory it held after the last one or when it was last looked at. */
  pages = 0;
  rssBytes = 0;
  readonly #process: ChildProcess;
  #isReady = false;
  #isRetired = false;
  #why = '';

  constructor(entry: string, orders: Orders, private readonly watcher: ChildWatcher) {
    // No environment of ours: our keys are no business of a process that decodes strangers' files.
    // On stdout the OCR core talks to itself. Stderr counts only until the reader is ready, when it has seen nothing of anyone's yet.
    // A group of its own, so that what it started itself ends with it.
    const child = fork(entry, [JSON.stringify(orders)], { env: ENVIRONMENT, execArgv: [], serialization: 'advanced', detached: true, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#process = child;
    child.stderr?.setEncoding('utf8').on('data', (said: string) => {
      if (!this.#isReady) this.#why = (this.#why + said).slice(-LAST_WORDS_CHARACTERS);
    });
    child.on('error', (error) => (this.#why ||= error.message));
    this.ready = this.#start();
    // Whoever does not wait for the start hears of its failure through the watcher.
    this.ready.catch(() => {});
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** When sending fails the process is ending, and the watcher hears of that. */
  send(ask: Ask): void {
    this.#process.send(ask, () => {});
  }

  /** In the middle of whatever it does. The first reason given is the one that is told. */
  kill(why: string): void {
    this.#why ||= why;
    endGroup(this.#process);
  }

  /** Ends it for good; nobody needs to hear how. */
  async retire(): Promise<void> {
    this.#isRetired = true;
    if (this.#process.exitCode !== null || this.#process.signalCode !== null || this.pid === undefined) return;
    endGroup(this.#process);
    await once(this.#process, 'close');
  }

  #start(): Promise<readonly ReaderFacts[]> {
    const child = this.#process;
    return new Promise((resolve, reject) => {
      const tooSlow = setTimeout(() => this.kill(`it was not ready within ${START_WITHIN_MS} ms`), START_WITHIN_MS);
      child.on('message', (answer: Answer) => {
        if (this.#isRetired) return;
        if (answer.kind === 'fault') this.#why ||= answer.why;
        if (answer.kind === 'ready') {
          clearTimeout(tooSlow);
          [this.#why, this.#isReady] = ['', true];
          resolve(answer.readers);
        }
        this.watcher.onAnswer(answer);
      });
      // 'close' rather than 'exit': by then all that the process said has been heard, and it comes even when nothing could be started.
      child.on('close', (code, signal) => {
        clearTimeout(tooSlow);
        endGroup(child);
        const why = this.#why || `it ended with ${signal ?? `code ${code}`}`;
        reject(new Error(`A reader process could not start: ${why}`));
        if (!this.#isRetired) this.watcher.onEnd(why, this.#isReady);
      });
    });
  }
}
