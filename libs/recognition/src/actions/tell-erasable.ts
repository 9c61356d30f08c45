import type { Clock } from '@inkproof/kernel';
import type { Database, Drawers, ObjectStore } from '@inkproof/platform';
import type { Erase } from '@inkproof/retention';
import { ErasableJobResults, ErasableJobs } from '../store/erasable-jobs.js';
import { JobHoldings } from '../store/job-holdings.js';
import { ErasableCalls, ErasableResults } from '../store/erasable-recognitions.js';

/** Tells retention how to reach what is kept of recognitions and jobs. */
export class TellErasable {
  constructor(erase: Erase, database: Database, objects: ObjectStore, drawers: Drawers, clock: Clock) {
    const holdings = new JobHoldings(objects, drawers, clock);
    erase.register(new ErasableResults(database, objects, holdings), new ErasableCalls(database, objects, holdings), new ErasableJobResults(database, holdings), new ErasableJobs(database, holdings));
  }
}
