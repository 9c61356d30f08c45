import type { Actor, Trail } from '@inkproof/audit';
import { holdScopes, idOf, Refusal } from '@inkproof/contract';
import type { Approvals } from '@inkproof/identity';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { z } from 'zod';

const LIFTERS = ['admin', 'compliance'];

/** What the second person reads. */
const Lifting = z.strictObject({ hold: idOf('hld'), tenant: idOf('ten'), scope: z.enum(holdScopes), reference: z.string() });
type Lifting = z.infer<typeof Lifting>;

/** Lifts a hold, which takes two people: what it held may be erased from then on, and that cannot be undone. */
export class LiftHold {
  constructor(
    private readonly database: Database,
    private readonly approvals: Approvals,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {
    approvals.register<Lifting>({
      name: 'hold.lift',
      payload: Lifting,
      side: 'provider',
      mayDecide: ({ role }) => role !== undefined && LIFTERS.includes(role),
      hold: (tx, { hold }) => tx.$queryRaw`SELECT 1 FROM legal_hold WHERE id = ${hold} FOR UPDATE`,
      carryOut: (tx, lifting, { id }, by) => this.#carryOut(tx, lifting, id, by),
    });
  }

  /** Asks for it; the hold stands until somebody else approved. */
  ask(id: Id<'hld'>, reason: string, by: Actor): Promise<Id<'apr'>> {
    return this.database.asProvider(async (tx) => {
      const [hold] = await tx.$queryRaw<{ tenant_id: Id<'ten'>; scope: Lifting['scope']; reference: string; lifted_at: Date | null }[]>`SELECT tenant_id, scope::text AS scope, reference, lifted_at FROM legal_hold WHERE id = ${id} FOR UPDATE`;
      if (!hold) throw new Refusal('hold.not_found');
      const waiting = await tx.approval.count({ where: { kind: 'hold.lift', state: 'waiting', tenantId: hold.tenant_id, payload: { contains: `"${id}"` }, expiresAt: { gt: this.clock.now() } } });
      if (hold.lifted_at || waiting > 0) throw new Refusal('hold.lifted');
      const { tenant_id: tenant, scope, reference } = hold;
      return (await this.approvals.request<Lifting>(tx, { kind: 'hold.lift', tenantId: tenant, payload: { hold: id, tenant, scope, reference }, by, reason })).id;
    });
  }

  async #carryOut(tx: Tx, { hold, tenant, scope }: Lifting, approval: Id<'apr'>, by: Actor): Promise<void> {
    const { madeBy } = await this.approvals.find(tx, approval);
    const { count } = await tx.legalHold.updateMany({ where: { id: hold, liftedAt: null }, data: { liftedAt: this.clock.now(), liftApproval: approval } });
    if (count === 0) throw new Refusal('hold.lifted');
    await this.trail.appendToBoth(tx, tenant, { action: 'hold.lifted', by, targets: [hold, tenant], details: { scope, asked_by: madeBy, approved_by: by.id } });
  }
}
