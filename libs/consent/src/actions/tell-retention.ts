import type { Ids } from '@inkproof/kernel';
import type { Database, ObjectStore } from '@inkproof/platform';
import { ErasableRows, type Erase, type Holds } from '@inkproof/retention';
import { ErasableAuthorisations } from '../store/erasable-authorisations.js';
import { keptFilings, keptInspections, keptRequests } from '../store/kept-records.js';
import { OpenMatters } from './open-matters.js';

/** Tells retention how to reach what this domain keeps, what relies on it first, and what open matters hold of it. On every node that erases, workers too: one that did not know would erase past them. */
export class TellRetention {
  constructor(erase: Erase, holds: Holds, database: Database, objects: ObjectStore, ids: Ids) {
    erase.register(new ErasableAuthorisations(database, objects, ids), ...[keptInspections, keptRequests, keptFilings].map((rows) => new ErasableRows(database, rows)));
    holds.register(new OpenMatters());
  }
}
