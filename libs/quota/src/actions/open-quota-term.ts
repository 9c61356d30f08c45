import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type QuotaTermRequest } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { leastContracted, type SetTerm } from '../model/quota-term.js';
import type { TermStore } from '../store/term-store.js';

const invalid = (field: string, message: string): Refusal => new Refusal('request.invalid', `${field}: ${message}`, { errors: [{ field, message }] });

const toMicroseconds = (moment: string): string => `${new Date(moment).toISOString().slice(0, -1)}000Z`;

/** Opens a term of a tenant's quota: it holds from its instant on, on every node, by the clock of the store. */
export class OpenQuotaTerm {
  constructor(
    private readonly database: Database,
    private readonly terms: TermStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
  ) {}

  for(tenantId: Id<'ten'>, asked: QuotaTermRequest, by: Actor): Promise<SetTerm> {
    return this.database.asProvider(async (tx) => {
      const now = (await this.terms.inForce(tx, tenantId))?.at;
      if (now === undefined) throw new Refusal('tenant.not_found');
      const starts = asked.effective_from === undefined ? null : toMicroseconds(asked.effective_from);
      const ends = asked.ends_at === undefined ? null : toMicroseconds(asked.ends_at);
      if (starts !== null && starts < now) throw invalid('effective_from', 'must not lie in the past');
      if (ends !== null && ends <= (starts ?? now)) throw invalid('ends_at', 'must lie after the beginning');
      const most = asked.basis === 'override' ? leastContracted(await this.terms.list(tx, tenantId), starts ?? now, ends) : Infinity;
      if (asked.requests_per_second > most) throw invalid('requests_per_second', `is above the contract, which is ${most} a second in this time`);
      return this.in(tx, tenantId, asked, by, null);
    });
  }

  /** The same inside somebody's larger act. `approver` is the second person. */
  async in(tx: Tx, tenantId: Id<'ten'>, { basis, requests_per_second, burst, effective_from, ends_at, source, reason }: QuotaTermRequest, by: Actor, approver: string | null): Promise<SetTerm> {
    const term = await this.terms.open(tx, tenantId, {
      id: this.ids.next('qtm'),
      basis,
      requestsPerSecond: requests_per_second,
      burst,
      effectiveFrom: effective_from ?? null,
      endsAt: ends_at ?? null,
      source: source ?? null,
      reason: reason ?? null,
      setBy: by.id,
      approvedBy: approver,
    });
    await this.trail.append(tx, tenantId, {
      action: 'quota.term_opened',
      by,
      targets: [tenantId, term.id],
      details: { basis, requests_per_second, effective_from: term.effectiveFrom, ends_at: term.endsAt, document: term.source?.document ?? null, approved_by: approver },
    });
    return term;
  }
}
