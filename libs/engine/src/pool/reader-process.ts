/**
 * A reader process: started by the pool, asked one thing at a time, and never trusted to survive it.
 * It knows its orders, the documents in hand and nothing else: nothing of our environment, no database, no network.
 */
import { readPage } from '../read-page.js';
import { attend, ordersOfThisProcess } from './attend.js';
import { Desk } from './desk.js';
import { startReaders } from './start-readers.js';

const { readers, facts } = await startReaders(ordersOfThisProcess());
const desk = new Desk();

await attend({ kind: 'ready', readers: facts }, async (ask) => {
  if (ask.kind === 'open') return { kind: 'opened', ...(await desk.open(ask)) };
  if (ask.kind === 'page') {
    readers.threads = ask.threads;
    const page = await readPage(await desk.take(ask.document).page(ask.number), ask.options, readers);
    return { kind: 'page', page, rssBytes: process.memoryUsage.rss() };
  }
  desk.close(ask.document);
  return null;
});
