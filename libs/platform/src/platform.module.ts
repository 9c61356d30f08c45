import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, Ids, SortableIds, SystemClock } from '@inkproof/kernel';
import type { Logger } from 'pino';
import { Config } from './config/config.js';
import { Database } from './database/database.js';
import { HealthChecks } from './health/health-checks.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './metrics/metrics.js';

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
        { provide: Clock, useClass: SystemClock },
        { provide: Ids, useClass: SortableIds },
        { provide: Database, useFactory: () => new Database({ url: config.databaseUrl, pool: config.databasePool, onIdleError: (error) => log.warn({ err: error }, 'a connection to the store broke') }) },
        { provide: Metrics, useClass: Metrics },
        {
          provide: HealthChecks,
          inject: [Database],
          useFactory: (database: Database) => {
            const checks = new HealthChecks();
            checks.add('database', () => database.ping());
            return checks;
          },
        },
      ],
      exports: [Config, Clock, Ids, Database, Metrics, HealthChecks],
    };
  }
}
