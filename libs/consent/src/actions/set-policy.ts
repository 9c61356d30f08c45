import type { Actor, Trail } from '@inkproof/audit';
import type { UndeclaredPolicy } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { PolicyStore } from '../store/policy-store.js';

/** Chooses what becomes of results in which something undeclared was found. */
export class SetPolicy {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicyStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, undeclared: UndeclaredPolicy, by: Actor): Promise<void> {
    return this.database.asTenant(tenantId, async (tx) => {
      const before = await this.policies.read(tx, tenantId);
      await this.policies.set(tx, tenantId, undeclared, this.clock.now(), by.id);
      await this.trail.append(tx, tenantId, { action: 'consent_policy.changed', by, targets: [tenantId], details: { undeclared }, before, after: undeclared });
    });
  }
}
