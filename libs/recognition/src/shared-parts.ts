import type { Provider } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { PolicyStore } from '@inkproof/consent';
import { Clock, Ids } from '@inkproof/kernel';
import { Announce } from '@inkproof/notice';
import { Config, Database, Drawers, IdempotentCalls, KeepStorage, MoveKeys, ObjectStore, Queue, SweepStrays, TwoPlaces, UnlinkBlobs, wire } from '@inkproof/platform';
import { LedgerStore } from '@inkproof/quota';
import { Certify, Erase, OpenDeletion } from '@inkproof/retention';
import type { Logger } from 'pino';
import { CancelJob } from './actions/cancel-job.js';
import { KeepSweeping, type Sweeper } from './actions/keep-sweeping.js';
import { ScreenResult } from './actions/screen-result.js';
import { SettleJob } from './actions/settle-job.js';
import { SweepJobs } from './actions/sweep-jobs.js';
import { TellErasable } from './actions/tell-erasable.js';
import { JobRows } from './store/job-rows.js';
import { JobStore } from './store/job-store.js';
import { NodeStore } from './store/node-store.js';
import { RecognitionStore } from './store/recognition-store.js';

/** What API nodes and workers both need of recognitions and jobs. */
export const sharedParts = (log: Logger): Provider[] => [
  wire(NodeStore, Database, Clock),
  wire(ScreenResult, PolicyStore),
  {
    provide: RecognitionStore,
    inject: [Database, ObjectStore, Ids, Clock, Config],
    useFactory: (database: Database, objects: ObjectStore, ids: Ids, clock: Clock, config: Config) => new RecognitionStore(database, objects, ids, clock, config.secrets.masterKey),
  },
  wire(JobStore, Database, Drawers),
  wire(JobRows, Drawers),
  {
    provide: SettleJob,
    inject: [JobRows, LedgerStore, Announce, Clock, Config],
    useFactory: (rows: JobRows, ledger: LedgerStore, announce: Announce, clock: Clock, config: Config) => new SettleJob(rows, ledger, announce, clock, config.jobs.keepMs),
  },
  wire(CancelJob, Database, JobRows, SettleJob, Queue, Erase, OpenDeletion, Certify, Trail, Clock),
  wire(TellErasable, Erase, Database, ObjectStore, Drawers, Clock),
  wire(SweepJobs, Database, CancelJob, Clock),
  {
    provide: KeepStorage,
    inject: [TwoPlaces, UnlinkBlobs, SweepStrays, MoveKeys],
    useFactory: (places: TwoPlaces, unlink: UnlinkBlobs, strays: SweepStrays, move: MoveKeys) => new KeepStorage(places, unlink, strays, move, log),
  },
  {
    provide: KeepSweeping,
    inject: [SweepJobs, IdempotentCalls],
    useFactory: (...sweepers: Sweeper[]) => new KeepSweeping(sweepers, log),
  },
];
