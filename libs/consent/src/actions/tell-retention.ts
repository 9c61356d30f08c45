import type { Database, ObjectStore } from '@inkproof/platform';
import type { Erase, Holds } from '@inkproof/retention';
import { ErasableAuthorisations } from '../store/erasable-authorisations.js';
import { OpenMatters } from './open-matters.js';

/** Tells retention how to reach what people granted, and what open matters hold of it. On every node that erases, workers too: one that did not know would erase past them. */
export class TellRetention {
  constructor(erase: Erase, holds: Holds, database: Database, objects: ObjectStore) {
    erase.register(new ErasableAuthorisations(database, objects));
    holds.register(new OpenMatters());
  }
}
