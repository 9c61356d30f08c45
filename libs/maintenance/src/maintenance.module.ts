import { Logger, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule, Trail } from '@inkproof/audit';
import { Approvals } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { AnnounceModule, ForeseeNotice, Notices } from '@inkproof/notice';
import { Config, Database, KeepWatch, wire } from '@inkproof/platform';
import { ActOnMaintenance } from './actions/act-on-maintenance.js';
import { AskDoor } from './actions/ask-door.js';
import { ChangeAnnounced } from './actions/change-announced.js';
import { ForeseeMaintenance } from './actions/foresee-maintenance.js';
import { KeepDoor } from './actions/keep-door.js';
import { PlanMaintenance } from './actions/plan-maintenance.js';
import { PreviewMaintenance } from './actions/preview-maintenance.js';
import { PublishMaintenance } from './actions/publish-maintenance.js';
import { TellOfMaintenance } from './actions/tell-of-maintenance.js';
import { WatchMaintenance } from './actions/watch-maintenance.js';
import { WindowBook } from './actions/window-book.js';
import { DoorModule } from './door.module.js';
import { MaintenanceNoticeController } from './http/maintenance-notice.controller.js';
import { MaintenanceController } from './http/maintenance.controller.js';
import { MaintenanceGuard } from './http/maintenance.guard.js';
import { RecipientsController } from './http/recipients.controller.js';
import { AnnouncedStore } from './store/announced-store.js';
import { WindowStore } from './store/window-store.js';

/** As often as other clocks are looked at, and thirty times: windows begin and end to the second, and looking costs one statement over an index. */
const MORE_OFTEN = 30;

/** Windows of maintenance: planned, announced, run and told of. */
@Module({
  imports: [AuditModule, AnnounceModule, DoorModule],
  controllers: [MaintenanceNoticeController, MaintenanceController, RecipientsController],
  providers: [
    wire(AnnouncedStore, Database),
    wire(WindowBook, WindowStore, Clock),
    wire(TellOfMaintenance, Notices, WindowStore),
    wire(PublishMaintenance, Database, WindowBook, TellOfMaintenance, Approvals, Trail, Clock),
    wire(ChangeAnnounced, WindowStore, WindowBook, TellOfMaintenance, Approvals, Trail, Clock),
    wire(PlanMaintenance, Database, WindowStore, WindowBook, PublishMaintenance, ChangeAnnounced, Trail, Ids, Clock),
    wire(ActOnMaintenance, Database, WindowBook, PublishMaintenance, ChangeAnnounced, TellOfMaintenance, Trail, Clock),
    wire(PreviewMaintenance, Database, WindowStore, Clock),
    wire(ForeseeMaintenance, Database, WindowStore, ForeseeNotice, Clock),
    wire(WatchMaintenance, Database, WindowStore, WindowBook, ActOnMaintenance, TellOfMaintenance, Trail, Clock),
    { provide: APP_GUARD, inject: [KeepDoor, AskDoor, Clock, Config], useFactory: (door: KeepDoor, asking: AskDoor, clock: Clock, { http, status }: Config) => new MaintenanceGuard(door, asking, clock, { publicUrl: http.publicUrl, statusUrl: status.pageUrl }) },
    {
      provide: KeepWatch,
      inject: [Config, WatchMaintenance],
      useFactory: ({ clocksEveryMs }: Config, windows: WatchMaintenance) => {
        const log = new Logger(KeepWatch.name);
        return new KeepWatch([windows], clocksEveryMs / MORE_OFTEN, (error) => log.error('windows of maintenance were not looked at', (error as Error).stack));
      },
    },
  ],
  exports: [DoorModule],
})
export class MaintenanceModule {}
