import { Module, type DynamicModule } from '@nestjs/common';
import { ConsentModule, PassGate } from '@inkproof/consent';
import { EndingModule, WatchEndings } from '@inkproof/ending';
import { ReaderPool } from '@inkproof/engine';
import { Clock, Ids } from '@inkproof/kernel';
import { DoorModule } from '@inkproof/maintenance';
import { NoticeModule } from '@inkproof/notice';
import { Config, Database, HealthChecks, IdempotentCalls, Metrics, News, ObjectStore, Queue, SafeFetch, wire } from '@inkproof/platform';
import { Admit, HoldLeases, KeepFolding, LedgerStore, Limiter, PlanStore, QuotaModule } from '@inkproof/quota';
import { DeletionStore } from '@inkproof/retention';
import type { Logger } from 'pino';
import { CancelJob } from './actions/cancel-job.js';
import { EndJobs } from './actions/end-jobs.js';
import { FetchFile } from './actions/fetch-file.js';
import { FindOutput } from './actions/find-output.js';
import { KeepReaders } from './actions/keep-readers.js';
import { LocalReaders } from './actions/local-readers.js';
import { QueuedReaders } from './actions/queued-readers.js';
import { ReadFilingText } from './actions/read-filing-text.js';
import { Readers } from './actions/readers.js';
import { Recognise } from './actions/recognise.js';
import { RecordCall } from './actions/record-call.js';
import { ScreenResult } from './actions/screen-result.js';
import { CapabilitiesController } from './http/capabilities.controller.js';
import { FilingTextController } from './http/filing-text.controller.js';
import { JobController } from './http/job.controller.js';
import { NodeController } from './http/node.controller.js';
import { SupportController } from './http/support.controller.js';
import { RecognitionController } from './http/recognition.controller.js';
import { TakeUpload } from './http/take-upload.js';
import { UploadBudget } from './model/upload-budget.js';
import { jobParts } from './job-parts.js';
import { sharedParts } from './shared-parts.js';
import { startReaders } from './start-readers.js';
import { JobRows } from './store/job-rows.js';
import { NodeStore } from './store/node-store.js';
import { RecognitionStore } from './store/recognition-store.js';

@Module({})
export class RecognitionModule {
  static with(version: string, log: Logger): DynamicModule {
    return {
      module: RecognitionModule,
      imports: [QuotaModule, ConsentModule, DoorModule, EndingModule, NoticeModule.listening()],
      controllers: [RecognitionController, JobController, CapabilitiesController, FilingTextController, NodeController, SupportController],
      providers: [
        {
          provide: ReaderPool,
          inject: [Config],
          useFactory: (config: Config) => startReaders(config, log),
        },
        { provide: UploadBudget, inject: [Config], useFactory: ({ uploads }: Config) => new UploadBudget(uploads.memoryBytes) },
        ...sharedParts(log),
        ...jobParts,
        wire(EndJobs, WatchEndings, Database, JobRows, CancelJob),
        wire(LocalReaders, ReaderPool),
        wire(QueuedReaders, LocalReaders, Database, ObjectStore, Queue, News, NodeStore, Ids, Clock, Config),
        {
          provide: Readers,
          inject: [LocalReaders, QueuedReaders, Config],
          useFactory: (local: LocalReaders, queued: QueuedReaders, { readers }: Config) => (readers.processes > 0 ? local : queued),
        },
        {
          provide: RecordCall,
          inject: [Database, RecognitionStore, LedgerStore, HoldLeases, Metrics],
          useFactory: (database: Database, recognitions: RecognitionStore, ledger: LedgerStore, held: HoldLeases, metrics: Metrics) => new RecordCall(database, recognitions, ledger, held, metrics, log),
        },
        {
          provide: Recognise,
          inject: [Admit, Readers, RecordCall, ScreenResult, Ids, Clock, Config, Metrics],
          useFactory: (admit: Admit, readers: Readers, record: RecordCall, screen: ScreenResult, ids: Ids, clock: Clock, config: Config, metrics: Metrics) => new Recognise(admit, readers, record, screen, ids, clock, config, metrics, log),
        },
        { provide: KeepFolding, inject: [LedgerStore], useFactory: (ledger: LedgerStore) => new KeepFolding(ledger, log) },
        { provide: ReadFilingText, inject: [Readers, Config], useFactory: (readers: Readers, { uploads, readers: { deadlineMs } }: Config) => new ReadFilingText(readers, { maxPixels: uploads.maxPixels, deadlineMs }) },
        wire(FetchFile, SafeFetch, Config),
        wire(FindOutput, RecognitionStore, ObjectStore, Database, DeletionStore),
        wire(TakeUpload, PlanStore, PassGate, Admit, UploadBudget, IdempotentCalls, Clock),
        {
          provide: KeepReaders,
          inject: [ReaderPool, NodeStore, HealthChecks, Metrics, Ids, Clock, Limiter],
          useFactory: (readers: ReaderPool, nodes: NodeStore, health: HealthChecks, metrics: Metrics, ids: Ids, clock: Clock, limiter: Limiter) => new KeepReaders(readers, nodes, health, metrics, ids, clock, { kind: 'api', limiter: limiter.store }, version, log),
        },
      ],
    };
  }
}
