import { Worker } from 'node:worker_threads';
import { builtFile } from '../reader/built-file.js';
import { Unreadable } from '../unreadable.js';
import { textFormOf, type TextForm } from './text-forms.js';
import { Turns, type FormOrder } from './turns.js';

export interface TextAsk {
  form: TextForm;
  /** A result in JSON that has `pages`. */
  result: Uint8Array;
}

/** Some ten dense pages, which take a tenth of a second: no longer than a thread takes to begin. */
const SMALL_BYTES = 2_000_000;
const MOST_HEAP_MB = 2_048;
const turns = new Turns({ what: 'large results', atOnce: 1, waiting: 16 });

const inThread = (ask: TextAsk, stop: AbortSignal): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(builtFile('output/text-thread.js'), { workerData: ask, env: {}, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
    const end = (): void => void thread.terminate();
    stop.addEventListener('abort', end);
    let text: Uint8Array | undefined;
    let failure: unknown = new Unreadable('corrupt', 'This result is too large for this form of it. Ask for it as JSON, or for its pages a few at a time.');
    thread.once('message', (given: Uint8Array) => (text = given));
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') failure = error;
    });
    thread.once('exit', () => {
      stop.removeEventListener('abort', end);
      if (text) resolve(text);
      else reject(failure);
    });
  });

/** A form of a result that is kept as JSON: at once where it is small, in a thread where it would hold others up. Rejects with `Unreadable`, and as `Turns` do. */
export const writeText = async (form: TextForm, result: Uint8Array, order: FormOrder): Promise<string | Uint8Array> =>
  result.byteLength > SMALL_BYTES ? turns.take(order, (stop) => inThread({ form, result }, stop)) : textFormOf(form, result);
