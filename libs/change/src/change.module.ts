import { Logger, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditModule, Trail } from '@inkproof/audit';
import { ChangeKey, KeyStore } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { AnnounceModule, DeliveryStore, KeepWebhooks, Notices, WebhookStore } from '@inkproof/notice';
import { Config, Database, KeepWatch, SafeFetch, wire } from '@inkproof/platform';
import { OpenMatter, SupportModule } from '@inkproof/support';
import { ActOnChange } from './actions/act-on-change.js';
import { CarryOut } from './actions/carry-out.js';
import { ChangeBook } from './actions/change-book.js';
import { ChangeSubjects } from './actions/change-subjects.js';
import { DecideChange } from './actions/decide-change.js';
import { EnterYear } from './actions/enter-year.js';
import { FileChange } from './actions/file-change.js';
import { NoticeGate } from './actions/notice-gate.js';
import { OpenSecurity } from './actions/open-security.js';
import { ReportSecurity } from './actions/report-security.js';
import { TellOfChange } from './actions/tell-of-change.js';
import { TellOfSecurity } from './actions/tell-of-security.js';
import { WatchChanges } from './actions/watch-changes.js';
import { WatchSurges } from './actions/watch-surges.js';
import { ChangeErasingModule } from './change-erasing.module.js';
import { AdminChangeController } from './http/admin-change.controller.js';
import { ChangeController } from './http/change.controller.js';
import { NoticeGateInterceptor } from './http/notice-gate.interceptor.js';
import { SecurityController } from './http/security.controller.js';
import { CalendarStore } from './store/calendar-store.js';
import { ChangeStore } from './store/change-store.js';
import { SecurityStore } from './store/security-store.js';

/** A change takes effect to the second, so whether one is due is looked at every second; no node looks at anything else for it. */
const LOOK_EVERY_MS = 1_000;
/** A surge is told of within a minute: what the last minute saw is looked at several times in it. */
const SURGES_EVERY_MS = 10_000;

const watching = (watch: { once: () => Promise<number> }, everyMs: number, what: string): KeepWatch => {
  const log = new Logger(KeepWatch.name);
  return new KeepWatch([watch], everyMs, (error) => log.error(`${what} were not looked at`, (error as Error).stack));
};

/** Notices of changes and of what endangers a tenant: filed, decided, carried out, and asked for before a setting is edited. */
@Module({
  imports: [AuditModule, AnnounceModule, SupportModule, ChangeErasingModule],
  controllers: [ChangeController, AdminChangeController, SecurityController],
  providers: [
    wire(CalendarStore),
    wire(ChangeStore),
    wire(SecurityStore),
    wire(KeepWebhooks, Database, WebhookStore, DeliveryStore, SafeFetch, Trail, Ids, Clock),
    wire(ChangeSubjects, KeyStore, WebhookStore, ChangeKey, KeepWebhooks),
    wire(ChangeBook, ChangeStore, Ids, Clock),
    wire(TellOfChange, Notices),
    wire(TellOfSecurity, Notices),
    wire(CarryOut, ChangeSubjects, ChangeBook, TellOfChange, OpenMatter, Trail),
    wire(FileChange, Database, CalendarStore, ChangeSubjects, ChangeBook, TellOfChange, Trail, Clock),
    wire(DecideChange, Database, ChangeStore, ChangeBook, CarryOut, TellOfChange, Trail),
    wire(ActOnChange, Database, ChangeStore, ChangeBook, CarryOut, Trail),
    wire(EnterYear, Database, CalendarStore, Trail, Ids, Clock),
    wire(OpenSecurity, SecurityStore, OpenMatter, Ids),
    wire(ReportSecurity, Database, OpenSecurity, TellOfSecurity, Trail, Clock),
    wire(WatchChanges, Database, ChangeStore, ChangeBook, CarryOut, TellOfChange, OpenMatter, Trail, Clock),
    wire(WatchSurges, Database, SecurityStore, OpenSecurity, TellOfSecurity, Trail, Clock),
    { provide: NoticeGate, inject: [Database, ChangeSubjects, ChangeStore, ActOnChange, Config], useFactory: (database: Database, subjects: ChangeSubjects, store: ChangeStore, acts: ActOnChange, { http }: Config) => new NoticeGate(database, subjects, store, acts, http.consoleUrl) },
    { ...wire(NoticeGateInterceptor, NoticeGate), provide: APP_INTERCEPTOR },
    { provide: 'watch of changes', inject: [WatchChanges], useFactory: (watch: WatchChanges) => watching(watch, LOOK_EVERY_MS, 'change notices') },
    { provide: 'watch of surges', inject: [WatchSurges], useFactory: (watch: WatchSurges) => watching(watch, SURGES_EVERY_MS, 'surges') },
  ],
})
export class ChangeModule {}
