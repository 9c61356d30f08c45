import type { Orders } from './message.js';

export interface SeatRules {
  entry: string;
  orders: Orders;
  pageDeadlineMs: number;
  pagesPerReader: number;
  memoryBytesPerReader: number;
}

export interface SeatWatcher<E> {
  /** How many threads the page that is about to be read may use. */
  threads(): number;
  /** The seat can take an errand. */
  onFree(): void;
  /** An errand has left the seat, however it went; it hears how right after. */
  onLeft(errand: E): void;
  /** A process that had been ready died, hung or was ended. The next one is on its way. */
  onReplaced(why: string): void;
  /** A process was succeeded in good order. */
  onRecycled(): void;
  /** A process could not start. Another try follows after a pause. */
  onStartFailed(why: string): void;
}
