import type { Database } from '@inkproof/platform';
import { type Erase, ErasableRows } from '@inkproof/retention';
import { keptNotices } from '../store/kept-notices.js';

/** Tells retention how to reach notices. On every node that erases, workers too. */
export class TellRetention {
  constructor(erase: Erase, database: Database) {
    erase.register(new ErasableRows(database, keptNotices));
  }
}
