import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { KeepProbeTenant, ProbeTenantModule } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, FileScanner, KeepWatch, ObjectStore, wire } from '@inkproof/platform';
import type { Logger } from 'pino';
import { ApiDoor, IntakeDoor } from './actions/intake-door.js';
import { KeepFiles } from './actions/keep-files.js';
import { PassOverDesk } from './actions/pass-over-desk.js';
import { ProveIntake } from './actions/prove-intake.js';
import { TicketBook } from './actions/ticket-book.js';
import { IntakeStore } from './store/intake-store.js';
import { TicketStore } from './store/ticket-store.js';

/** In a worker: tickets that prove, day and night, that tickets are taken. */
@Module({})
export class IntakeProofModule {
  static with(log: Logger): DynamicModule {
    return {
      module: IntakeProofModule,
      imports: [AuditModule, ProbeTenantModule],
      providers: [
        wire(TicketStore),
        wire(IntakeStore),
        wire(KeepFiles, ObjectStore, Ids, FileScanner),
        wire(TicketBook, TicketStore, KeepFiles, Ids, Clock),
        wire(PassOverDesk, Database, TicketStore, TicketBook, Trail),
        { provide: IntakeDoor, inject: [KeepProbeTenant, Config], useFactory: (tenant: KeepProbeTenant, { probes }: Config) => new ApiDoor(probes.apiUrl, () => tenant.key()) },
        wire(ProveIntake, Database, IntakeStore, IntakeDoor, PassOverDesk, Ids, Clock),
        { provide: KeepWatch, inject: [Config, ProveIntake], useFactory: ({ probes }: Config, proving: ProveIntake) => new KeepWatch([proving], probes.everyMs, (error) => log.warn({ err: error }, 'whether tickets are taken was not proven')) },
      ],
    };
  }
}
