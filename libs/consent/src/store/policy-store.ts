import type { UndeclaredPolicy } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';

/** Of a tenant that has chosen nothing. See docs/decisions/0052. */
export const DEFAULT_POLICY: UndeclaredPolicy = 'returned';

/** What a tenant wants done with results in which something undeclared was found. */
export class PolicyStore {
  constructor(private readonly database: Database) {}

  of(tenantId: Id<'ten'>): Promise<UndeclaredPolicy> {
    return this.database.asTenant(tenantId, (tx) => this.read(tx, tenantId));
  }

  async read(tx: Tx, tenantId: Id<'ten'>): Promise<UndeclaredPolicy> {
    return (await tx.consentPolicy.findUnique({ where: { tenantId }, select: { undeclared: true } }))?.undeclared ?? DEFAULT_POLICY;
  }

  async set(tx: Tx, tenantId: Id<'ten'>, undeclared: UndeclaredPolicy, changedAt: Date, changedBy: string): Promise<void> {
    await tx.consentPolicy.upsert({ where: { tenantId }, create: { tenantId, undeclared, changedAt, changedBy }, update: { undeclared, changedAt, changedBy } });
  }
}
