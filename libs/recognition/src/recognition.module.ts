import { Module, type DynamicModule } from '@nestjs/common';
import { ReaderPool } from '@inkproof/engine';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, HealthChecks, Metrics, wire } from '@inkproof/platform';
import { LedgerStore, QuotaModule, QuotaStore } from '@inkproof/quota';
import type { Logger } from 'pino';
import { KeepReaders } from './actions/keep-readers.js';
import { Recognise } from './actions/recognise.js';
import { RecordCall } from './actions/record-call.js';
import { CapabilitiesController } from './http/capabilities.controller.js';
import { NodeController } from './http/node.controller.js';
import { RecognitionController } from './http/recognition.controller.js';
import { UploadBudget } from './model/upload-budget.js';
import { NodeStore } from './store/node-store.js';
import { RecognitionStore } from './store/recognition-store.js';

@Module({})
export class RecognitionModule {
  static with(version: string, log: Logger): DynamicModule {
    return {
      module: RecognitionModule,
      imports: [QuotaModule],
      controllers: [RecognitionController, CapabilitiesController, NodeController],
      providers: [
        {
          provide: ReaderPool,
          inject: [Config],
          useFactory: ({ readers, uploads }: Config) =>
            ReaderPool.start({ ...readers, caps: uploads, warmLanguages: ['chi_sim', 'eng'], onReplaced: (why) => log.warn({ why }, 'a reader was replaced') }),
        },
        { provide: UploadBudget, inject: [Config], useFactory: ({ uploads }: Config) => new UploadBudget(uploads.memoryBytes) },
        wire(NodeStore, Database, Clock),
        { provide: RecognitionStore, inject: [Database, Config], useFactory: (database: Database, config: Config) => new RecognitionStore(database, config.secrets.masterKey) },
        {
          provide: RecordCall,
          inject: [Database, RecognitionStore, LedgerStore, Metrics],
          useFactory: (database: Database, recognitions: RecognitionStore, ledger: LedgerStore, metrics: Metrics) => new RecordCall(database, recognitions, ledger, metrics, log),
        },
        wire(Recognise, QuotaStore, ReaderPool, RecordCall, Ids, Config, Metrics),
        {
          provide: KeepReaders,
          inject: [ReaderPool, NodeStore, HealthChecks, Metrics, Ids, Clock],
          useFactory: (readers: ReaderPool, nodes: NodeStore, health: HealthChecks, metrics: Metrics, ids: Ids, clock: Clock) => new KeepReaders(readers, nodes, health, metrics, ids, clock, version, log),
        },
      ],
    };
  }
}
