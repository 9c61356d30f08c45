import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Clock, Ids, SortableIds } from '@inkproof/kernel';
import type { Logger } from 'pino';
import { Config } from './config/config.js';
import { Database } from './database/database.js';
import { StoreClock } from './database/store-clock.js';
import { ClamdScanner } from './files/clamd-scanner.js';
import { FileScanner, NoScanner } from './files/file-scanner.js';
import { SafeFetch } from './fetch/safe-fetch.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotentCalls } from './idempotency/idempotent-calls.js';
import { HealthChecks } from './health/health-checks.js';
import { HealthController } from './health/health.controller.js';
import { Letterboxes } from './mail/letterboxes.js';
import { MailOutbox } from './mail/mail-outbox.js';
import { MailStore } from './mail/mail-store.js';
import { Metrics } from './metrics/metrics.js';
import { wire } from './http/wire.js';
import { Drawers } from './objects/drawers.js';
import { MoveKeys } from './objects/move-keys.js';
import { ObjectStore } from './objects/object-store.js';
import { openPlaces } from './objects/open-blobs.js';
import { ReplaceTenantKey } from './objects/replace-tenant-key.js';
import { SweepStrays } from './objects/sweep-strays.js';
import { TenantKeys } from './objects/tenant-keys.js';
import { TwoPlaces } from './objects/two-places.js';
import { UnlinkBlobs } from './objects/unlink-blobs.js';

/** Beyond the longest call: what is still at work then has died. */
const LOCK_GRACE_MS = 30_000;
const SCANNED_WITHIN_MS = 20_000;

/** The floors under every domain: time, ids, configuration, the store, health and metrics. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, log: Logger): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, inject: [Database], useFactory: (database: Database) => StoreClock.start(() => database.now()) },
        { provide: Ids, inject: [Clock], useFactory: (clock: Clock) => new SortableIds(clock) },
        { provide: Database, useFactory: () => new Database({ url: config.databaseUrl, pool: config.databasePool, onIdleError: (error) => log.warn({ err: error }, 'a connection to the store broke') }) },
        { provide: Metrics, useClass: Metrics },
        { provide: TwoPlaces, useFactory: () => openPlaces(config) },
        { provide: TenantKeys, inject: [Database, TwoPlaces, Ids, Clock], useFactory: (database: Database, places: TwoPlaces, ids: Ids, clock: Clock) => new TenantKeys(database, places.keys, config.secrets.masterKey, ids, clock) },
        wire(ObjectStore, Database, TwoPlaces, TenantKeys, Ids, Clock),
        wire(Drawers, Database, TenantKeys, Ids, Clock),
        wire(ReplaceTenantKey, Database, TenantKeys),
        wire(UnlinkBlobs, Database, TwoPlaces, Clock),
        wire(SweepStrays, Database, TwoPlaces, TenantKeys, Clock),
        wire(MoveKeys, Database, TwoPlaces, Ids),
        wire(Letterboxes, TenantKeys, Ids, Clock),
        wire(MailOutbox, Ids, Clock, Letterboxes),
        { provide: MailStore, inject: [Database, Drawers, Letterboxes], useFactory: (database: Database, drawers: Drawers, boxes: Letterboxes) => new MailStore(database, config.secrets.masterKey, drawers, boxes) },
        {
          provide: IdempotentCalls,
          inject: [Database, Ids, Clock, Drawers],
          useFactory: (database: Database, ids: Ids, clock: Clock, drawers: Drawers) => new IdempotentCalls(database, ids, clock, drawers, { pepper: config.secrets.keyPepper, lockMs: config.readers.deadlineMs + LOCK_GRACE_MS }),
        },
        { ...wire(IdempotencyInterceptor, IdempotentCalls), provide: APP_INTERCEPTOR },
        { provide: FileScanner, useFactory: () => (config.scanner ? new ClamdScanner(config.scanner, SCANNED_WITHIN_MS) : new NoScanner()) },
        { provide: SafeFetch, useFactory: () => new SafeFetch(config.fetch) },
        {
          provide: HealthChecks,
          inject: [Database, TwoPlaces],
          useFactory: (database: Database, places: TwoPlaces) => {
            const checks = new HealthChecks();
            checks.add('database', () => database.ping());
            checks.show('storage', () => places.check());
            return checks;
          },
        },
      ],
      exports: [Config, Clock, Ids, Database, Metrics, HealthChecks, Letterboxes, MailOutbox, MailStore, TwoPlaces, TenantKeys, Drawers, ReplaceTenantKey, ObjectStore, UnlinkBlobs, SweepStrays, MoveKeys, SafeFetch, FileScanner, IdempotentCalls],
    };
  }
}
