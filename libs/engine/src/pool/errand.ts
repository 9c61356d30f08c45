import type { PageOptions } from '../read-page.js';
import type { DocumentAsk, Opened, PageOutcome } from './message.js';

/** What a seat is sent for: to open a document and, unless that is all, to read one page of it. */
export interface Errand {
  readonly document: DocumentAsk;
  readonly options: PageOptions;
  /** The page; null until the document is open, and null ever after when opening it is all. */
  readonly number: number | null;
  /** False when nobody cares any more how it ends. */
  readonly isWanted: boolean;
  onOpened(opened: Opened): void;
  onOutcome(outcome: PageOutcome): void;
  /** The process ended under it. */
  onLost(why: string): void;
  /** The time for one page is over, and the process is being replaced. */
  onHung(afterMs: number): void;
}
