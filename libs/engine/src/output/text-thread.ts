/** The thread in which a large result is taken apart and written in another form, so that nobody else waits meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { OutputPage } from './page.js';
import { textForms } from './text-forms.js';
import type { TextAsk } from './write-text.js';

const { form, result } = workerData as TextAsk;
const { pages } = JSON.parse(new TextDecoder().decode(result)) as { pages: OutputPage[] };
const text = new TextEncoder().encode(textForms[form](pages));
parentPort?.postMessage(text, [text.buffer]);
