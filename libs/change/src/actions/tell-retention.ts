import type { Database } from '@inkproof/platform';
import { type Erase, ErasableRows } from '@inkproof/retention';
import { keptChanges, keptSecurityNotices } from '../store/kept-changes.js';

/** Tells retention how to reach change notices and security notices. On every node that erases, workers too. */
export class TellRetention {
  constructor(erase: Erase, database: Database) {
    erase.register(new ErasableRows(database, keptChanges), new ErasableRows(database, keptSecurityNotices));
  }
}
