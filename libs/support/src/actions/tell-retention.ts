import type { Database, ObjectStore } from '@inkproof/platform';
import type { Erase } from '@inkproof/retention';
import { ErasableTickets } from '../store/erasable-tickets.js';

/** Tells retention how to reach tickets. On every node that erases, workers too: one that did not know would erase past them. */
export class TellRetention {
  constructor(erase: Erase, database: Database, objects: ObjectStore) {
    erase.register(new ErasableTickets(database, objects));
  }
}
