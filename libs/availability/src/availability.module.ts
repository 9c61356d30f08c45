import { Module } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { WindowStore } from '@inkproof/maintenance';
import { AnnounceModule, Notices } from '@inkproof/notice';
import { Database, wire } from '@inkproof/platform';
import { DisputeOutage } from './actions/dispute-outage.js';
import { KeepIncidents } from './actions/keep-incidents.js';
import { KeepLedger } from './actions/keep-ledger.js';
import { MakeStatus } from './actions/make-status.js';
import { TellStatus } from './actions/tell-status.js';
import { sharedParts } from './availability-parts.js';
import { DisputeErasingModule } from './dispute-erasing.module.js';
import { AvailabilityController } from './http/availability.controller.js';
import { IncidentController } from './http/incident.controller.js';
import { LedgerController } from './http/ledger.controller.js';
import { StatusController } from './http/status.controller.js';
import { ClueStore } from './store/clue-store.js';
import { IncidentStore } from './store/incident-store.js';
import { OutageStore } from './store/outage-store.js';

/** The half that answers: what tenants, staff and the public ask. */
@Module({
  imports: [AuditModule, AnnounceModule, DisputeErasingModule],
  controllers: [StatusController, AvailabilityController, LedgerController, IncidentController],
  providers: [
    ...sharedParts,
    wire(ClueStore),
    wire(KeepLedger, Database, OutageStore, WindowStore, ClueStore, Trail, Ids, Clock),
    wire(DisputeOutage, Database, OutageStore, Trail, Ids, Clock),
    wire(KeepIncidents, Database, IncidentStore, WindowStore, Notices, Trail, Ids, Clock),
    wire(TellStatus, MakeStatus, Clock),
  ],
})
export class AvailabilityModule {}
