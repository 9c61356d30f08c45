import { Refusal, type QuotaTerm, type QuotaTermList } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { historyAt } from '../model/quota-term.js';
import type { TermStore } from '../store/term-store.js';

type NameOf = (id: string) => QuotaTerm['set_by'];

/** The history of a tenant's quota, inside a transaction of whoever asks. People are named to staff and to nobody else. */
export class TellQuotaTerms {
  constructor(private readonly terms: TermStore) {}

  async in(tx: Tx, tenantId: Id<'ten'>): Promise<QuotaTermList> {
    return this.#list(tx, tenantId, () => null);
  }

  async inForStaff(tx: Tx, tenantId: Id<'ten'>): Promise<QuotaTermList> {
    const setters = (await this.terms.list(tx, tenantId)).flatMap(({ setBy, approvedBy }) => [setBy, approvedBy ?? []].flat());
    const people = new Map((await tx.person.findMany({ where: { id: { in: setters } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
    return this.#list(tx, tenantId, (id) => ({ id, name: people.get(id) ?? null }));
  }

  async #list(tx: Tx, tenantId: Id<'ten'>, nameOf: NameOf): Promise<QuotaTermList> {
    const now = await this.terms.inForce(tx, tenantId);
    if (!now) throw new Refusal('tenant.not_found');
    const items = historyAt(await this.terms.list(tx, tenantId), now.at).map(
      ({ term, state, effective_to }): QuotaTerm => ({
        id: term.id,
        basis: term.basis,
        requests_per_second: term.requestsPerSecond,
        burst: term.burst,
        effective_from: term.effectiveFrom,
        effective_to,
        state,
        source: term.source,
        reason: term.reason,
        set_by: nameOf(term.setBy),
        set_at: term.setAt,
        approved_by: term.approvedBy === null ? null : nameOf(term.approvedBy),
      }),
    );
    return { at: now.at, in_force: { requests_per_second: now.requestsPerSecond, term: now.termId, until: now.until }, items };
  }
}
