import { instantOf } from '../model/instant.js';
import type { Lease, Verdict } from '../model/verdict.js';
import { standingOf, type VerdictRow } from '../model/verdict-row.js';
import { Limiter, type Asked, type Subject } from './limiter.js';
import type { PostgresLimiter } from './postgres-limiter.js';
import type { RedisRings, RingAnswer, RingLimits } from './redis-rings.js';

/** What a tenant was promised is looked up again after this time, so that a change holds everywhere within it. */
const TERMS_KEPT_MS = 250;

interface Terms {
  row: VerdictRow;
  askedMs: number;
}

/**
 * Rates and calls in flight in Redis, pages of the month in PostgreSQL beside the ledger that they are billed by. A call
 * that one of the two refuses leaves nothing in the other.
 */
export class RedisLimiter extends Limiter {
  readonly store = 'redis';
  readonly #terms = new Map<string, Terms>();

  constructor(
    private readonly rings: RedisRings,
    private readonly pages: PostgresLimiter,
  ) {
    super();
  }

  async take(asked: Asked): Promise<Verdict> {
    const row = await this.#termsOf(asked);
    const limits = this.#limitsOf(row);
    const answer = await this.rings.judge('take', asked, limits);
    const verdict = this.#verdict(asked, row, answer);
    if (!answer.accepted) return isCounted(asked, row) ? this.#orExhausted(asked, verdict) : verdict;
    let written: Verdict;
    try {
      written = await this.#write(asked, row, verdict);
    } catch (error) {
      await this.rings.undo(asked, limits, answer);
      throw error;
    }
    if (!written.accepted) await this.rings.undo(asked, limits, answer);
    return written;
  }

  async look(subject: Subject): Promise<Verdict> {
    // What is shown is looked up anew; only what decides a rate may be a moment old.
    const row = await this.#ask(subject);
    const verdict = this.#verdict(subject, row, await this.rings.judge('look', subject, this.#limitsOf(row)));
    return row.refused_by === 'allowance' ? { ...verdict, accepted: false, refusedBy: 'allowance', retryAfterUs: 0 } : verdict;
  }

  async renew(leases: readonly Lease[]): Promise<string[]> {
    await this.rings.renew(leases.filter(({ inFlight }) => inFlight));
    return this.pages.renew(leases.filter(holdsPages));
  }

  async restore(leases: readonly Lease[]): Promise<void> {
    await this.pages.restore(leases.filter(holdsPages).map((lease) => ({ ...lease, inFlight: false })));
  }

  async free({ tenantId, environment, id, inFlight }: Lease): Promise<void> {
    if (inFlight) await this.rings.free(tenantId, environment, id);
  }

  async ping(): Promise<void> {
    await this.rings.ping();
  }

  close(): Promise<void> {
    return this.rings.close();
  }

  /** What stands beside the ledger of a call that the rings accepted: its note, and its pages where they are counted. */
  async #write(asked: Asked, row: VerdictRow, verdict: Verdict): Promise<Verdict> {
    if (!isCounted(asked, row)) {
      await this.pages.note(asked, verdict.at);
      return verdict;
    }
    const { accepted, allowance } = await this.pages.reserve(asked, verdict.at);
    return accepted ? { ...verdict, allowance } : { ...verdict, accepted, refusedBy: 'allowance', allowance };
  }

  /** A rate is named only to those whom waiting helps. */
  async #orExhausted(asked: Asked, verdict: Verdict): Promise<Verdict> {
    const { allowance } = standingOf(await this.#ask(asked), asked);
    return allowance.used + allowance.reserved + asked.pages > allowance.max! ? { ...verdict, refusedBy: 'allowance', retryAfterUs: 0, allowance } : { ...verdict, allowance };
  }

  async #ask(subject: Subject): Promise<VerdictRow> {
    const row = await this.pages.row(subject);
    this.#terms.set(`${subject.tenantId} ${subject.environment}`, { row, askedMs: performance.now() });
    return row;
  }

  async #termsOf(subject: Subject): Promise<VerdictRow> {
    const known = this.#terms.get(`${subject.tenantId} ${subject.environment}`);
    if (known && performance.now() - known.askedMs < TERMS_KEPT_MS) return known.row;
    if (this.#terms.size > 10_000) this.#terms.clear();
    return this.#ask(subject);
  }

  #limitsOf({ requests_per_second, in_flight_max }: VerdictRow): RingLimits {
    return { requestsPerSecond: requests_per_second, inFlightMax: in_flight_max };
  }

  #verdict(subject: Subject, row: VerdictRow, { accepted, refusedBy, nowUs, waitUs, remaining, keyRemaining, inFlight }: RingAnswer): Verdict {
    return { ...standingOf({ ...row, at: instantOf(nowUs), remaining, key_remaining: keyRemaining, in_flight: String(inFlight) }, subject), accepted, refusedBy, retryAfterUs: waitUs };
  }
}

const holdsPages = ({ pages }: Lease): boolean => pages > 0;

const isCounted = ({ pages, environment }: Asked, { month_max_pages }: VerdictRow): boolean => environment === 'live' && pages > 0 && month_max_pages !== null;
