/** The thread in which a large result is taken apart and written in another form, so that nobody else waits meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { textFormOf } from './text-forms.js';
import type { TextAsk } from './write-text.js';

const { form, result } = workerData as TextAsk;
const text = new TextEncoder().encode(textFormOf(form, result));
parentPort?.postMessage(text, [text.buffer]);
