import { isStoreUnavailable, type Database } from '@inkproof/platform';
import type { Lease, Verdict } from '../model/verdict.js';
import { verdictOf, type VerdictRow } from '../model/verdict-row.js';
import { ANSWER_WITHIN_MS, cannotBeAsked, LEASE_MS, Limiter, type Asked, type Subject } from './limiter.js';

const unavailable = (error: unknown): never => {
  throw isStoreUnavailable(error) ? cannotBeAsked() : error;
};

/** Every limit in PostgreSQL, which judges them by itself (prisma/migrations, every_limit_is_judged_in_one_step). */
export class PostgresLimiter extends Limiter {
  readonly store = 'postgresql';

  constructor(private readonly database: Database) {
    super();
  }

  async take({ tenantId, environment, key, pages, inFlight, lease }: Asked): Promise<Verdict> {
    return this.#verdict({ environment, key }, 'quota_take', tenantId, key?.id ?? null, key?.requestsPerSecond ?? null, environment, pages, inFlight, lease, LEASE_MS);
  }

  /** Pages of the month alone, for a limiter that judges the rest elsewhere. */
  reserve({ tenantId, pages, lease }: Pick<Asked, 'tenantId' | 'pages' | 'lease'>): Promise<Verdict> {
    return this.#verdict({ environment: 'live', key: null }, 'quota_reserve', tenantId, pages, lease, LEASE_MS);
  }

  async look(subject: Subject): Promise<Verdict> {
    return verdictOf(await this.row(subject), subject);
  }

  /** The same as it came. */
  async row({ tenantId, environment, key }: Subject): Promise<VerdictRow> {
    const [row] = await this.database.askIn<VerdictRow>(ANSWER_WITHIN_MS, 'quota_look', tenantId, key?.id ?? null, key?.requestsPerSecond ?? null, environment).catch(unavailable);
    return row!;
  }

  async renew(leases: readonly Lease[]): Promise<string[]> {
    const missing = await this.database.askIn<{ missing: string }>(ANSWER_WITHIN_MS, 'quota_renew', leases.map(({ id }) => id), LEASE_MS);
    return missing.map(({ missing: id }) => id);
  }

  async restore(leases: readonly Lease[]): Promise<void> {
    const columns = [leases.map(({ id }) => id), leases.map(({ tenantId }) => tenantId), leases.map(({ environment }) => environment), leases.map(({ inFlight }) => inFlight), leases.map(({ pages }) => pages)];
    await this.database.askIn(ANSWER_WITHIN_MS, 'quota_restore', ...columns, LEASE_MS);
  }

  /** The record of the call has ended its lease already. */
  async free(): Promise<void> {}

  async ping(): Promise<void> {
    await this.database.ping();
  }

  /** Its connections are everybody's. */
  async close(): Promise<void> {}

  async #verdict(whose: Pick<Subject, 'environment' | 'key'>, call: 'quota_take' | 'quota_reserve', ...values: unknown[]): Promise<Verdict> {
    const row = (await this.database.askIn<VerdictRow>(ANSWER_WITHIN_MS, call, ...values).catch(unavailable))[0]!;
    // After a crash the rings may have forgotten what they accepted; for a second nothing is.
    if (row.accepted === null) throw cannotBeAsked(Math.ceil(Number(row.retry_after_us) / 1_000));
    return verdictOf(row, whose);
  }
}
