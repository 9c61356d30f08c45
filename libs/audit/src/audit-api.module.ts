import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '@inkproof/kernel';
import { Database, wire } from '@inkproof/platform';
import type { Logger } from 'pino';
import { ExportLog } from './actions/export-log.js';
import { KeepSealing } from './actions/keep-sealing.js';
import { ReadLog } from './actions/read-log.js';
import { Seals } from './actions/seals.js';
import { SigningKey } from './actions/signing-key.js';
import { Trail } from './actions/trail.js';
import { VerifyLog } from './actions/verify-log.js';
import { AuditModule } from './audit.module.js';
import { AdminAuditController } from './http/admin-audit.controller.js';
import { AuditAnswers } from './http/audit-answers.js';
import { AuditController } from './http/audit.controller.js';
import { EntryStore } from './store/entry-store.js';
import { SealStore } from './store/seal-store.js';

/** What an API node adds: the log read, verified and exported over HTTP, and its chains sealed. */
@Module({})
export class AuditApiModule {
  static with(log: Logger): DynamicModule {
    return {
      module: AuditApiModule,
      imports: [AuditModule],
      controllers: [AuditController, AdminAuditController],
      providers: [
        wire(EntryStore),
        wire(ReadLog, Database, EntryStore, SealStore, Trail),
        wire(VerifyLog, Database, EntryStore, SealStore, SigningKey, Clock),
        wire(ExportLog, Database, EntryStore, SealStore, Seals, SigningKey, Trail, Clock),
        wire(AuditAnswers, Database, ReadLog, VerifyLog, ExportLog, SealStore),
        { provide: KeepSealing, inject: [Seals], useFactory: (seals: Seals) => new KeepSealing(seals, log) },
      ],
    };
  }
}
