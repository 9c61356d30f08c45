import type { Database } from '@inkproof/platform';
import { type Erase, ErasableRows } from '@inkproof/retention';
import { keptDisputes } from '../store/kept-disputes.js';

/** Tells retention how to reach disputes. On every node that erases, workers too. */
export class TellRetention {
  constructor(erase: Erase, database: Database) {
    erase.register(new ErasableRows(database, keptDisputes));
  }
}
