import { Module, type DynamicModule } from '@nestjs/common';
import { ScreeningModule } from '@inkproof/consent';
import { ReaderPool } from '@inkproof/engine';
import { Clock, Ids } from '@inkproof/kernel';
import { AskDoor, DoorModule, KeepDoor } from '@inkproof/maintenance';
import { NoticeModule } from '@inkproof/notice';
import { Config, Database, HealthChecks, Metrics, News, ObjectStore, Queue, wire } from '@inkproof/platform';
import { LedgerStore } from '@inkproof/quota';
import type { Logger } from 'pino';
import { DescribeDocument } from './actions/describe-document.js';
import { EndDocument } from './actions/end-document.js';
import { FindOrphans } from './actions/find-orphans.js';
import { HoldDocuments } from './actions/hold-documents.js';
import { KeepReaders } from './actions/keep-readers.js';
import { LocalReaders } from './actions/local-readers.js';
import { ReadDocumentOfJob } from './actions/read-document-of-job.js';
import { Readers } from './actions/readers.js';
import { RunDocument } from './actions/run-document.js';
import { ScreenResult } from './actions/screen-result.js';
import { ServeCall } from './actions/serve-call.js';
import { SettleJob } from './actions/settle-job.js';
import { WorkOffQueue } from './actions/work-off-queue.js';
import { sharedParts } from './shared-parts.js';
import { startReaders } from './start-readers.js';
import { JobRows } from './store/job-rows.js';
import { JobStore } from './store/job-store.js';
import { NodeStore } from './store/node-store.js';
import { RecognitionStore } from './store/recognition-store.js';

/** A worker's half of recognition: it answers no caller and has no addresses. */
@Module({})
export class WorkModule {
  static with(version: string, log: Logger): DynamicModule {
    return {
      module: WorkModule,
      imports: [NoticeModule.delivering(log), ScreeningModule, DoorModule],
      providers: [
        ...sharedParts(log),
        wire(LedgerStore, Database, Ids),
        { provide: ReaderPool, inject: [Config], useFactory: (config: Config) => startReaders(config, log) },
        { ...wire(LocalReaders, ReaderPool), provide: Readers },
        wire(ReadDocumentOfJob, Database, JobStore, JobRows, ObjectStore, Readers, News, Clock),
        {
          provide: DescribeDocument,
          inject: [ReaderPool, ScreenResult, Ids, Clock, Config],
          useFactory: (pool: ReaderPool, screen: ScreenResult, ids: Ids, clock: Clock, config: Config) => new DescribeDocument(() => pool.readers(), screen, ids, clock, config.retentionMs, log),
        },
        wire(EndDocument, Database, JobRows, ObjectStore, RecognitionStore, SettleJob, Queue, Ids, Clock),
        {
          provide: RunDocument,
          inject: [ReadDocumentOfJob, DescribeDocument, EndDocument, Metrics],
          useFactory: (reading: ReadDocumentOfJob, describe: DescribeDocument, end: EndDocument, metrics: Metrics) => new RunDocument(reading, describe, end, metrics, log),
        },
        wire(ServeCall, Database, ObjectStore, Readers, Queue, News, Clock),
        { provide: FindOrphans, inject: [Database, Queue], useFactory: (database: Database, queue: Queue) => new FindOrphans(database, queue, log) },
        {
          provide: HoldDocuments,
          inject: [KeepDoor, AskDoor, Queue, Clock],
          useFactory: (door: KeepDoor, asking: AskDoor, queue: Queue, clock: Clock) => new HoldDocuments(door, asking, queue, clock, (error) => log.warn({ err: error }, 'documents that maintenance held do not come up yet')),
        },
        {
          provide: WorkOffQueue,
          inject: [Queue, RunDocument, ServeCall, HoldDocuments, Config],
          useFactory: (queue: Queue, run: RunDocument, serve: ServeCall, holding: HoldDocuments, { readers }: Config) => new WorkOffQueue(queue, run, serve, holding, readers.processes, log),
        },
        {
          provide: KeepReaders,
          inject: [ReaderPool, NodeStore, HealthChecks, Metrics, Ids, Clock],
          useFactory: (readers: ReaderPool, nodes: NodeStore, health: HealthChecks, metrics: Metrics, ids: Ids, clock: Clock) => new KeepReaders(readers, nodes, health, metrics, ids, clock, { kind: 'worker', limiter: null }, version, log),
        },
      ],
    };
  }
}
