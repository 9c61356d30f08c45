import type { Actor, Trail } from '@inkproof/audit';
import type { QuotaTermRequest } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { SetTerm } from '../model/quota-term.js';
import type { TermStore } from '../store/term-store.js';

/** Opens a term of a tenant's quota inside somebody's act: it holds from its instant on, on every node, by the clock of the store. */
export class OpenQuotaTerm {
  constructor(
    private readonly terms: TermStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
  ) {}

  /** `by` acts now; where two people were needed, `by` is the second and `madeBy` the first. */
  async in(tx: Tx, tenantId: Id<'ten'>, { basis, requests_per_second, burst, effective_from, ends_at, source, reason }: QuotaTermRequest, by: Actor, madeBy?: string): Promise<SetTerm> {
    const approvedBy = madeBy === undefined ? null : by.id;
    const term = await this.terms.open(tx, tenantId, {
      id: this.ids.next('qtm'),
      basis,
      requestsPerSecond: requests_per_second,
      burst,
      effectiveFrom: effective_from ?? null,
      endsAt: ends_at ?? null,
      source: source ?? null,
      reason: reason ?? null,
      setBy: madeBy ?? by.id,
      approvedBy,
    });
    await this.trail.append(tx, tenantId, {
      action: 'quota.term_opened',
      by,
      targets: [tenantId, term.id],
      details: { basis, requests_per_second, effective_from: term.effectiveFrom, ends_at: term.endsAt, document: term.source?.document ?? null, approved_by: approvedBy },
    });
    return term;
  }
}
