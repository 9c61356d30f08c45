import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { KeepProbeTenant, ProbeTenantModule } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { WindowStore } from '@inkproof/maintenance';
import { AnnounceModule, Notices } from '@inkproof/notice';
import { Config, Database, KeepWatch, openPublicFiles, wire } from '@inkproof/platform';
import type { Logger } from 'pino';
import { FollowOutages } from './actions/follow-outages.js';
import { FollowSuspensions } from './actions/follow-suspensions.js';
import { FollowWindows } from './actions/follow-windows.js';
import { KeepIncidents } from './actions/keep-incidents.js';
import { MakeStatus } from './actions/make-status.js';
import { ProbeComponents } from './actions/probe.js';
import { probesOf } from './actions/probes.js';
import { ReadDrawnPage } from './actions/read-drawn-page.js';
import { PublishStatus } from './actions/publish-status.js';
import { RecordReadings } from './actions/record-readings.js';
import { sharedParts } from './availability-parts.js';
import { DisputeErasingModule } from './dispute-erasing.module.js';
import { silenceOf } from './model/reading.js';
import { IncidentStore } from './store/incident-store.js';
import { OutageStore } from './store/outage-store.js';
import { ProbeStore } from './store/probe-store.js';

const PUBLISHING = Symbol('publishing');

/** The half that watches: it looks at every component, keeps the ledger up with what it finds, and lays the status page down. */
@Module({})
export class WatchModule {
  static with(log: Logger): DynamicModule {
    const onTrouble = (error: unknown): void => log.warn({ err: error }, 'a round of the watch over the service failed');
    return {
      module: WatchModule,
      imports: [AuditModule, AnnounceModule, DisputeErasingModule, ProbeTenantModule],
      providers: [
        ...sharedParts,
        { provide: RecordReadings, inject: [Database, ProbeStore, OutageStore, Ids, Config], useFactory: (database: Database, probes: ProbeStore, outages: OutageStore, ids: Ids, { probes: { everyMs } }: Config) => new RecordReadings(database, probes, outages, ids, silenceOf(everyMs)) },
        { provide: ReadDrawnPage, inject: [KeepProbeTenant, Clock, Config], useFactory: (tenant: KeepProbeTenant, clock: Clock, { probes }: Config) => new ReadDrawnPage(probes.apiUrl, () => tenant.key(), clock) },
        {
          provide: ProbeComponents,
          inject: [Database, RecordReadings, ReadDrawnPage, Clock, Config],
          useFactory: (database: Database, record: RecordReadings, page: ReadDrawnPage, clock: Clock, { probes, mail }: Config) => new ProbeComponents(probesOf(database, clock, { ...probes, sendsMail: mail.server !== null }, () => page.look()), record, clock),
        },
        wire(KeepIncidents, Database, IncidentStore, WindowStore, Notices, Trail, Ids, Clock),
        wire(FollowWindows, Database, OutageStore, WindowStore, Ids, Clock),
        wire(FollowSuspensions, Database, OutageStore, Ids, Clock),
        wire(FollowOutages, Database, OutageStore, IncidentStore, KeepIncidents, WindowStore, Clock),
        {
          provide: KeepWatch,
          inject: [Config, ProbeComponents, FollowWindows, FollowSuspensions, FollowOutages],
          useFactory: ({ probes }: Config, ...watches: { once: () => Promise<number> }[]) => new KeepWatch(watches, probes.everyMs, onTrouble),
        },
        {
          provide: PUBLISHING,
          inject: [Config, MakeStatus],
          useFactory: async ({ status: { place, everyMs } }: Config, making: MakeStatus) => new KeepWatch(place ? [new PublishStatus(making, await openPublicFiles(place))] : [], everyMs, (error) => log.warn({ err: error }, 'the status page was not laid down')),
        },
      ],
    };
  }
}
