import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Ids } from '@inkproof/kernel';
import { Database, HealthChecks, Metrics, wire, type Config } from '@inkproof/platform';
import type { Logger } from 'pino';
import { Admit } from './actions/admit.js';
import { HoldLeases } from './actions/hold-leases.js';
import { NoteRefusals } from './actions/note-refusals.js';
import { LedgerStore } from './store/ledger-store.js';
import { Limiter } from './store/limiter.js';
import { PostgresLimiter } from './store/postgres-limiter.js';
import { RedisLimiter } from './store/redis-limiter.js';
import { RedisRings } from './store/redis-rings.js';

/** Whether a call is let in: the limits of every tenant, in the store that the install has for them. */
@Global()
@Module({})
export class AdmissionModule {
  static with({ redisUrl }: Config, log: Logger): DynamicModule {
    const limiterOn = (database: Database): Limiter => {
      const postgres = new PostgresLimiter(database);
      if (redisUrl === null) return postgres;
      return new RedisLimiter(new RedisRings({ url: redisUrl, onTrouble: (error) => log.warn({ err: error }, 'Redis is in trouble') }), postgres);
    };
    return {
      module: AdmissionModule,
      providers: [
        {
          provide: Limiter,
          inject: [Database, HealthChecks],
          useFactory: (database: Database, health: HealthChecks) => {
            const limiter = limiterOn(database);
            health.add(`limiter_${limiter.store}`, () => limiter.ping());
            return limiter;
          },
        },
        wire(LedgerStore, Database, Ids),
        { provide: HoldLeases, inject: [Limiter], useFactory: (limiter: Limiter) => new HoldLeases(limiter, log) },
        { provide: NoteRefusals, inject: [LedgerStore], useFactory: (ledger: LedgerStore) => new NoteRefusals(ledger, log) },
        wire(Admit, Limiter, HoldLeases, NoteRefusals, Metrics, Ids),
      ],
      exports: [Limiter, LedgerStore, HoldLeases, Admit],
    };
  }
}
