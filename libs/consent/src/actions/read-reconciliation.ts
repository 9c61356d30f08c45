import { Refusal, type Reconciliation } from '@inkproof/contract';
import { addCalendarMonths, dayStart, shanghaiDay, type Clock, type Day, type Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { reconcile } from '../model/reconcile.js';
import type { ReconciliationStore } from '../store/reconciliation-store.js';

/** Lays what a month's recognitions declared beside what was found in their results. For the tenant, or for the provider, who sees counts and nothing else of them. */
export class ReadReconciliation {
  constructor(
    private readonly database: Database,
    private readonly store: ReconciliationStore,
    private readonly clock: Clock,
  ) {}

  own(tenantId: Id<'ten'>, month?: string): Promise<Reconciliation> {
    return this.database.asTenant(tenantId, (tx) => this.#in(tx, tenantId, month));
  }

  ofTenant(tenantId: Id<'ten'>, month?: string): Promise<Reconciliation> {
    return this.database.asProviderOf(tenantId, (tx) => this.#in(tx, tenantId, month));
  }

  async #in(tx: Tx, tenantId: Id<'ten'>, month: string = shanghaiDay(this.clock.now()).slice(0, 7)): Promise<Reconciliation> {
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { name: true } });
    if (!tenant) throw new Refusal('tenant.not_found');
    const first = `${month}-01` as Day;
    const span = [dayStart(first), dayStart(addCalendarMonths(first, 1))] as const;
    const relied = await this.store.relied(tx, tenantId, ...span);
    const undeclared = await this.store.undeclared(tx, tenantId, ...span);
    const findings = await this.store.findings(tx, tenantId, ...span);
    return { tenant: { id: tenantId, name: tenant.name }, month, items: reconcile(relied, undeclared, findings) };
  }
}
