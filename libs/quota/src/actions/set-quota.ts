import type { Actor } from '@inkproof/audit';
import { idOf, quotaBursts, Refusal, RequestsPerSecond, type QuotaTermRequest } from '@inkproof/contract';
import type { Approvals } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { z } from 'zod';
import { leastContracted, type SetTerm } from '../model/quota-term.js';
import type { TermStore } from '../store/term-store.js';
import type { OpenQuotaTerm } from './open-quota-term.js';

const ABOVE_CONTRACT = 'quota.above_contract';
const RAISERS = ['admin', 'operator'];
const LONGEST_WAIT_MS = 7 * 24 * 3_600_000;

/** What the second person reads, and what is done once they approved it. */
const Raise = z.strictObject({ tenant: idOf('ten'), requests_per_second: RequestsPerSecond, burst: z.enum(quotaBursts), effective_from: z.string().nullable(), ends_at: z.string().nullable(), reason: z.string() });
type Raise = z.infer<typeof Raise>;

/** What became of the wish: a term, or a request that waits for a second person. */
export type QuotaSet = { term: SetTerm } | { approval: Id<'apr'> };

const invalid = (field: string, message: string): Refusal => new Refusal('request.invalid', `${field}: ${message}`, { errors: [{ field, message }] });

const toMicroseconds = (moment: string | undefined): string | null => (moment === undefined ? null : `${new Date(moment).toISOString().slice(0, -1)}000Z`);

/** Sets a tenant's quota. Whatever lies above what is contracted for the time takes two people. */
export class SetQuota {
  constructor(
    private readonly database: Database,
    private readonly terms: TermStore,
    private readonly openTerm: OpenQuotaTerm,
    private readonly approvals: Approvals,
  ) {
    approvals.register<Raise>({
      name: ABOVE_CONTRACT,
      payload: Raise,
      side: 'provider',
      mayDecide: ({ role }) => role !== undefined && RAISERS.includes(role),
      hold: (tx, { tenant }) => this.terms.hold(tx, tenant),
      carryOut: (tx, raise, { id }, by) => this.#carryOut(tx, raise, id, by),
    });
  }

  for(tenantId: Id<'ten'>, asked: QuotaTermRequest, by: Actor): Promise<QuotaSet> {
    return this.database.asProvider(async (tx) => {
      const now = await this.terms.inForce(tx, tenantId);
      if (!now) throw new Refusal('tenant.not_found');
      const starts = toMicroseconds(asked.effective_from);
      const ends = toMicroseconds(asked.ends_at);
      if (starts !== null && starts < now.at) throw invalid('effective_from', 'must not lie in the past');
      if (ends !== null && ends <= now.at) throw invalid('ends_at', 'must not lie in the past');
      const most = asked.basis === 'override' ? leastContracted(await this.terms.list(tx, tenantId), starts ?? now.at, ends) : Infinity;
      if (asked.requests_per_second <= most) return { term: await this.openTerm.in(tx, tenantId, asked, by) };
      const payload: Raise = { tenant: tenantId, requests_per_second: asked.requests_per_second, burst: asked.burst, effective_from: starts, ends_at: ends, reason: asked.reason! };
      // What nobody decided before it would be over is not decided any more.
      const lastsMs = ends === null ? LONGEST_WAIT_MS : Math.min(LONGEST_WAIT_MS, Date.parse(ends) - Date.parse(now.at));
      const { id } = await this.approvals.request(tx, { kind: ABOVE_CONTRACT, tenantId, payload, before: { requests_per_second: now.requestsPerSecond }, by, reason: payload.reason, lastsMs });
      return { approval: id };
    });
  }

  async #carryOut(tx: Tx, { tenant, requests_per_second, burst, effective_from, ends_at, reason }: Raise, approval: Id<'apr'>, by: Actor): Promise<void> {
    const { madeBy } = await this.approvals.find(tx, approval);
    const asked: QuotaTermRequest = { basis: 'override', requests_per_second, burst, reason, ...(effective_from !== null && { effective_from }), ...(ends_at !== null && { ends_at }) };
    await this.openTerm.in(tx, tenant, asked, by, madeBy);
  }
}
