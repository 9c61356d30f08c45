import { Logger, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { AnnounceModule, Notices } from '@inkproof/notice';
import { Config, Database, News, wire } from '@inkproof/platform';
import { CountUses } from './actions/count-uses.js';
import { KeepChangelog } from './actions/keep-changelog.js';
import { KnowEndings } from './actions/know-endings.js';
import { AdminChangelogController } from './http/admin-changelog.controller.js';
import { ChangelogController } from './http/changelog.controller.js';
import { SunsetInterceptor } from './http/sunset.interceptor.js';
import { ChangelogStore } from './store/changelog-store.js';
import { UseStore } from './store/use-store.js';

const told = (name: string, what: string) => {
  const log = new Logger(name);
  return (error: unknown) => log.warn(what, (error as Error).stack);
};

/** What changed and what will: written, told to those it touches, and said on every answer to a call that will end. */
@Module({
  imports: [AuditModule, AnnounceModule],
  controllers: [ChangelogController, AdminChangelogController],
  providers: [
    wire(ChangelogStore),
    wire(UseStore),
    wire(KeepChangelog, Database, ChangelogStore, UseStore, Notices, Trail, Ids, Clock),
    { provide: CountUses, inject: [Database, UseStore, Clock], useFactory: (database: Database, uses: UseStore, clock: Clock) => new CountUses(database, uses, clock, told(CountUses.name, 'which calls were made is not counted yet')) },
    { provide: KnowEndings, inject: [Database, ChangelogStore, News], useFactory: (database: Database, store: ChangelogStore, news: News) => new KnowEndings(database, store, news, told(KnowEndings.name, 'which calls will end was not read')) },
    { provide: APP_INTERCEPTOR, inject: [KnowEndings, CountUses, Config], useFactory: (endings: KnowEndings, uses: CountUses, { http }: Config) => new SunsetInterceptor(endings, uses, http.consoleUrl) },
  ],
})
export class ChangelogModule {}
