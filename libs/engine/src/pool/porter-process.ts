/**
 * The process that opens documents and reads nothing of them: it says what they are, or what is wrong with them.
 * It knows the file in hand and nothing else: nothing of our environment, no database, no network.
 */
import { startPdfium } from '../document/pdf/pdfium.js';
import { attend, ordersOfThisProcess } from './attend.js';
import { Desk } from './desk.js';

ordersOfThisProcess();
const desk = new Desk();
// So that the first PDF is opened as fast as the second.
await startPdfium();

await attend({ kind: 'ready', readers: [] }, async (ask) => {
  if (ask.kind === 'open') return { kind: 'opened', ...(await desk.open(ask)) };
  desk.close(ask.document);
  return null;
});
