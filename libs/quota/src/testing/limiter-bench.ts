import { CountingIds, SystemClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, startRedis, type Redis, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked, Limiter, Subject } from '../store/limiter.js';
import { PostgresLimiter } from '../store/postgres-limiter.js';
import { QuotaStore } from '../store/quota-store.js';
import { RedisLimiter } from '../store/redis-limiter.js';
import { RedisRings } from '../store/redis-rings.js';

interface Grants {
  requestsPerSecond: number;
  inFlightMax?: number;
  monthMaxPages?: number | null;
  overage?: boolean;
  testRequestsPerSecond?: number;
  testInFlightMax?: number;
}

/** Rates are looked up anew after this time where they are kept outside PostgreSQL. */
export const CHANGES_HOLD_WITHIN_MS = 300;

const POOL = 20;

/** One of the two limiters on real stores, and tenants for it. */
export class LimiterBench {
  readonly quotas = new QuotaStore();
  readonly #ids = new CountingIds();
  #count = 0;

  private constructor(
    readonly limiter: Limiter,
    readonly spec: SpecDatabase,
    readonly database: Database,
    readonly owner: pg.Pool,
    readonly redis: Redis | null,
  ) {}

  /** On stores of its own choice, or on a copy of the shared database and a new Redis. */
  static async on(store: Limiter['store'], own: { spec?: SpecDatabase; redis?: Redis } = {}): Promise<LimiterBench> {
    const spec = own.spec ?? (await openSpecDatabase());
    const database = new Database({ url: spec.url, pool: POOL });
    const owner = new pg.Pool({ connectionString: spec.ownerUrl, max: 2 });
    // Its server may be one that is killed.
    owner.on('error', () => {});
    const postgres = new PostgresLimiter(database);
    const redis = store === 'redis' ? (own.redis ?? (await startRedis())) : null;
    const limiter = redis ? new RedisLimiter(new RedisRings({ url: redis.url, onTrouble: () => {} }), postgres) : postgres;
    const bench = new LimiterBench(limiter, spec, database, owner, redis);
    // Nothing is trusted in the first second.
    await bench.untilItAnswers();
    // Calls that come at once do not wait for connections to be opened, or for each to prepare what it asks.
    const subject = bench.subject(await bench.tenant({ requestsPerSecond: 1 }));
    await Promise.all(Array.from({ length: POOL }, () => postgres.look(subject).catch(() => {})));
    return bench;
  }

  async untilItAnswers(): Promise<void> {
    const tenantId = await this.tenant({ requestsPerSecond: 5_000 });
    for (;;) {
      const answered = await this.limiter.take(this.asked(tenantId, { inFlight: false })).then(() => true, () => false);
      if (answered) return;
      await sleep(50);
    }
  }

  async tenant({ requestsPerSecond, inFlightMax = 100_000, monthMaxPages = null, overage = false, testRequestsPerSecond = 2, testInFlightMax = 100 }: Grants): Promise<Id<'ten'>> {
    const name = `plan_${++this.#count}`;
    await this.owner.query('INSERT INTO plan VALUES ($1, 1, 1, 1, 1, 1, 1, 1, $2, $3, $4, $5, $6)', [name, inFlightMax, monthMaxPages, overage, testRequestsPerSecond, testInFlightMax]);
    return this.database.asProvider(async (tx) => {
      const tenantId = this.#ids.next('ten');
      await tx.tenant.create({ data: { id: tenantId, name: 'x', createdAt: new SystemClock().now(), planName: name } });
      await this.quotas.open(tx, tenantId, requestsPerSecond);
      return tenantId;
    });
  }

  /**
   * What a scene of calls came to that were all judged within a second. One that took longer says nothing of a second, for
   * its first calls had left it: on a machine as busy as that it is made anew, with another tenant, whatever it came to.
   */
  async inOneSecond<Told>(grants: Grants, scene: (tenantId: Id<'ten'>) => Promise<Told>): Promise<Told> {
    for (;;) {
      const tenantId = await this.tenant(grants);
      const beganMs = performance.now();
      const told = await scene(tenantId);
      if (performance.now() - beganMs < 1_000) return told;
    }
  }

  async change(tenantId: Id<'ten'>, requestsPerSecond: number): Promise<void> {
    await this.database.asProvider((tx) => this.quotas.change(tx, tenantId, requestsPerSecond));
    if (this.redis) await sleep(CHANGES_HOLD_WITHIN_MS);
  }

  subject(tenantId: Id<'ten'>): Subject {
    return { tenantId, environment: 'live', key: null };
  }

  /** A call of no pages unless told otherwise. */
  asked(tenantId: Id<'ten'>, more: Partial<Asked> = {}): Asked {
    return { ...this.subject(tenantId), pages: 0, inFlight: true, lease: `lea_${++this.#count}`, call: null, ...more };
  }

  async close(): Promise<void> {
    await this.limiter.close();
    await this.redis?.stop();
    await this.owner.end();
    await this.database.close();
    await this.spec.drop();
  }
}
