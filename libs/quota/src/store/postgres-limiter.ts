import { setImmediate } from 'node:timers/promises';
import { isStoreUnavailable, type Database } from '@inkproof/platform';
import type { Lease, Verdict } from '../model/verdict.js';
import { verdictOf, type VerdictRow } from '../model/verdict-row.js';
import { KnownRefusals } from './known-refusals.js';
import { ANSWER_WITHIN_MS, cannotBeAsked, LEASE_MS, Limiter, type Asked, type Subject } from './limiter.js';

const unavailable = (error: unknown): never => {
  throw isStoreUnavailable(error) ? cannotBeAsked() : error;
};

const noteOf = ({ call, environment }: Asked): string | null =>
  call && JSON.stringify({ id: call.id, request_id: call.requestId, key_id: call.keyId, channel: call.channel, environment, route: call.route, lasts_ms: call.lastsMs, version_id: call.relied?.versionId, authorisation_id: call.relied?.authorisationId, categories: call.relied?.categories });

/** Every limit in PostgreSQL, which judges them by itself (prisma/migrations, every_limit_is_judged_in_one_step). */
export class PostgresLimiter extends Limiter {
  readonly store = 'postgresql';
  readonly #known = new KnownRefusals();

  constructor(private readonly database: Database) {
    super();
  }

  async take(asked: Asked): Promise<Verdict> {
    const { tenantId, environment, key, pages, inFlight, lease } = asked;
    const askedMs = performance.now();
    const known = this.#known.find(asked, askedMs);
    // One who only ever hears what is known would keep this node from hearing anything else.
    if (known) return setImmediate(known);
    const verdict = await this.#verdict({ environment, key }, 'quota_take', tenantId, key?.id ?? null, key?.requestsPerSecond ?? null, environment, pages, inFlight, lease, LEASE_MS, noteOf(asked));
    this.#known.note(asked, verdict, askedMs, performance.now());
    return verdict;
  }

  /** Pages of the month alone, and the note of the call, for a limiter that judged the rest elsewhere at that instant. */
  reserve(asked: Asked, at: string): Promise<Verdict> {
    return this.#verdict({ environment: 'live', key: null }, 'quota_reserve', asked.tenantId, asked.pages, asked.lease, LEASE_MS, noteOf(asked), at);
  }

  /** The note alone. */
  async note(asked: Asked, at: string): Promise<void> {
    if (asked.call) await this.database.askIn(ANSWER_WITHIN_MS, 'quota_note_call', asked.tenantId, noteOf(asked), at).catch(unavailable);
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
