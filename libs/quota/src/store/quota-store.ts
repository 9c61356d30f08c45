import { isStoreUnavailable, type Database, type Tx } from '@inkproof/platform';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Verdict } from '../model/verdict.js';

/** A limiter that cannot be asked is no reason to accept, and no reason to blame the caller's rate either. */
const RETRY_WHEN_LIMITER_IS_BACK_MS = 1_000;

const cannotBeAsked = (waitMs = RETRY_WHEN_LIMITER_IS_BACK_MS): Refusal =>
  new Refusal('capacity.limiter_unavailable', 'The quota cannot be checked right now. Nothing was accepted; try again shortly.', { retry_after_ms: waitMs });

const unavailable = (error: unknown): never => {
  throw isStoreUnavailable(error) ? cannotBeAsked() : error;
};

/** The ring of accepted calls, which PostgreSQL turns by itself (prisma/migrations, the_quota_ring_began_to_turn). */
export class QuotaStore {
  constructor(private readonly database: Database) {}

  async take(tenantId: Id<'ten'>): Promise<Verdict> {
    const row = await this.database.ask<{ accepted: boolean | null; at: string; requests_per_second: number; remaining: number; retry_after_us: string }>('quota_take', tenantId).catch(unavailable);
    // After a crash the ring may have forgotten what it accepted; for a second it accepts nothing.
    if (row!.accepted === null) throw cannotBeAsked(Math.ceil(Number(row!.retry_after_us) / 1_000));
    return { accepted: row!.accepted, at: row!.at, requestsPerSecond: row!.requests_per_second, remaining: row!.remaining, retryAfterUs: Number(row!.retry_after_us) };
  }

  async look(tenantId: Id<'ten'>): Promise<Pick<Verdict, 'at' | 'requestsPerSecond' | 'remaining'>> {
    const row = await this.database.ask<{ at: string; requests_per_second: number; remaining: number }>('quota_look', tenantId).catch(unavailable);
    return { at: row!.at, requestsPerSecond: row!.requests_per_second, remaining: row!.remaining };
  }

  async open(tx: Tx, tenantId: Id<'ten'>, requestsPerSecond: number): Promise<void> {
    await tx.quota.create({ data: { tenantId, requestsPerSecond, capacity: requestsPerSecond } });
  }

  async change(tx: Tx, tenantId: Id<'ten'>, requestsPerSecond: number): Promise<void> {
    await tx.$executeRaw`SELECT quota_set(${tenantId}, ${requestsPerSecond}::int)`;
  }
}
