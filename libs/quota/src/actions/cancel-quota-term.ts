import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { SetTerm } from '../model/quota-term.js';
import type { TermStore } from '../store/term-store.js';

/** Calls off a term that has not begun, or ends an override that runs. What has been in force stays in the history. */
export class CancelQuotaTerm {
  constructor(
    private readonly database: Database,
    private readonly terms: TermStore,
    private readonly trail: Trail,
  ) {}

  for(tenantId: Id<'ten'>, id: Id<'qtm'>, by: Actor): Promise<SetTerm> {
    return this.database.asProvider(async (tx) => {
      if (!(await this.terms.inForce(tx, tenantId))) throw new Refusal('tenant.not_found');
      const before = (await this.terms.list(tx, tenantId)).find((term) => term.id === id);
      const after = await this.terms.cancel(tx, tenantId, id, by.id);
      if (!before || !after) throw new Refusal('term.not_found');
      if (after.cancelledAt === before.cancelledAt && after.endsAt === before.endsAt) throw new Refusal('term.too_late');
      await this.trail.append(tx, tenantId, { action: 'quota.term_cancelled', by, targets: [tenantId, id], details: { requests_per_second: after.requestsPerSecond }, before, after });
      return after;
    });
  }
}
