import { Logger, Module } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { Approvals, IdentityModule } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { AnnounceModule, Notices } from '@inkproof/notice';
import { Database, KeepWatch, wire } from '@inkproof/platform';
import { AskDeletion, DeletionStore } from '@inkproof/retention';
import { AnnounceEnd } from './actions/announce-end.js';
import { TakeBackEnd } from './actions/take-back-end.js';
import { TellOfEnd } from './actions/tell-of-end.js';
import { WatchEndings } from './actions/watch-endings.js';
import { AdminEndingController } from './http/admin-ending.controller.js';
import { EndingController } from './http/ending.controller.js';
import { EndingStore } from './store/ending-store.js';

/** Rights end by the gate's own clock; what has to be done about it is looked at so often. */
const LOOK_EVERY_MS = 5_000;

/** The end of a tenant's service: announced by either side, taken back until it comes, and carried out. */
@Module({
  imports: [AuditModule, IdentityModule, AnnounceModule],
  controllers: [EndingController, AdminEndingController],
  providers: [
    wire(EndingStore),
    wire(TellOfEnd, Notices),
    wire(AnnounceEnd, Database, EndingStore, Approvals, TellOfEnd, Trail, Ids, Clock),
    wire(TakeBackEnd, Database, EndingStore, TellOfEnd, Trail, Clock),
    wire(WatchEndings, Database, EndingStore, AskDeletion, DeletionStore, TellOfEnd, Trail, Ids, Clock),
    {
      provide: KeepWatch,
      inject: [WatchEndings],
      useFactory: (watch: WatchEndings) => {
        const log = new Logger(WatchEndings.name);
        return new KeepWatch([watch], LOOK_EVERY_MS, (error) => log.error('ends of services were not looked at', (error as Error).stack));
      },
    },
  ],
  exports: [WatchEndings],
})
export class EndingModule {}
