import type { Provider } from '@nestjs/common';
import { Clock, Ids } from '@inkproof/kernel';
import { AskDoor } from '@inkproof/maintenance';
import { Config, Database, News, ObjectStore, Queue, StreamBudget, wire } from '@inkproof/platform';
import { Admit } from '@inkproof/quota';
import { AdmitJob } from './actions/admit-job.js';
import { FetchFile } from './actions/fetch-file.js';
import { FetchJobResult } from './actions/fetch-job-result.js';
import { FollowJob } from './actions/follow-job.js';
import { OpenJob } from './actions/open-job.js';
import { Readers } from './actions/readers.js';
import { SendJob } from './http/send-job.js';
import { ScreenResult } from './actions/screen-result.js';
import { JobRows } from './store/job-rows.js';
import { JobStore } from './store/job-store.js';

/** What API nodes need to take jobs and to give their results. */
export const jobParts: Provider[] = [
  {
    provide: OpenJob,
    inject: [Database, JobRows, ObjectStore, Queue, Ids, Clock, Config],
    useFactory: (database: Database, rows: JobRows, objects: ObjectStore, queue: Queue, ids: Ids, clock: Clock, config: Config) => new OpenJob(database, rows, objects, queue, ids, clock, config.jobs),
  },
  wire(AdmitJob, Admit, Readers, OpenJob, Ids),
  wire(SendJob, FetchFile, AdmitJob),
  wire(FollowJob, JobStore, News, ScreenResult, AskDoor),
  { provide: StreamBudget, inject: [Config], useFactory: ({ streams }: Config) => new StreamBudget(streams.max, streams.perTenant) },
  {
    provide: FetchJobResult,
    inject: [Database, JobStore, JobRows, ObjectStore, ScreenResult, Clock, Config],
    useFactory: (database: Database, jobs: JobStore, rows: JobRows, objects: ObjectStore, screen: ScreenResult, clock: Clock, config: Config) => new FetchJobResult(database, jobs, rows, objects, screen, clock, config.jobs.keepFetchedMs),
  },
];
