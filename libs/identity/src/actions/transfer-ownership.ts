import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import { DAY_MS, type Clock, type Id } from '@inkproof/kernel';
import type { Database, MailOutbox, Tx } from '@inkproof/platform';
import { z } from 'zod';
import type { Approval } from '../model/approval.js';
import type { Placed, PeopleStore } from '../store/people-store.js';
import type { Approvals } from './approvals.js';

const Transfer = z.strictObject({ from: z.string(), to: z.string() });
type Transfer = z.infer<typeof Transfer>;

/** An owner offers their place to another member, who accepts it by approving: two people, and the second is the heir. */
export class TransferOwnership {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly approvals: Approvals,
    private readonly outbox: MailOutbox,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
  ) {
    approvals.register({ name: 'ownership.transfer', side: 'tenant', payload: Transfer, mayDecide: (by, { to }) => by.id === to, hold: (tx, _, tenantId) => this.people.hold(tx, tenantId!), carryOut: (tx, payload, { tenantId }, by) => this.#take(tx, tenantId!, payload, by) });
  }

  offer(tenantId: Id<'ten'>, to: Id<'per'>, reason: string, by: Actor): Promise<Approval> {
    return this.database.asTenant(tenantId, async (tx) => {
      const all = await this.people.list(tx, tenantId);
      const [owner, heir] = [by.id, to].map((id) => all.find(({ personId }) => personId === id));
      if (!heir) throw new Refusal('member.not_found');
      if (!owner || heir.role === 'owner' || heir.role === 'viewer') throw new Refusal('member.not_an_heir', heir.role === 'viewer' ? 'A viewer decides nothing. Give them another role first.' : 'They are an owner already.');
      const approval = await this.approvals.request<Transfer>(tx, { kind: 'ownership.transfer', tenantId, payload: { from: by.id, to }, by, reason });
      const days = Math.round((approval.expiresAt.getTime() - this.clock.now().getTime()) / DAY_MS);
      await this.outbox.put(tx, { tenantId, to: heir.email, template: 'ownership_offered', locale: heir.locale, values: { tenant: await this.#nameOf(tx, tenantId), owner: owner.name, days, link: `${this.consoleUrl}/approvals` }, expiresAt: approval.expiresAt });
      return approval;
    });
  }

  async #take(tx: Tx, tenantId: Id<'ten'>, { from, to }: Transfer, by: Actor): Promise<void> {
    const all = await this.people.list(tx, tenantId);
    const [owner, heir] = [from, to].map((id) => all.find(({ personId }) => personId === id));
    // Whoever is no owner any more has nothing to give.
    if (owner?.role !== 'owner' || !heir) throw new Refusal('member.not_an_heir', 'Whoever offered it is no owner any more.');
    await this.#change(tx, tenantId, heir, 'owner', by);
    await this.#change(tx, tenantId, owner, 'developer', by);
    const values = { tenant: await this.#nameOf(tx, tenantId), owner: heir.name };
    await this.outbox.put(tx, { tenantId, to: owner.email, template: 'ownership_taken', locale: owner.locale, values, expiresAt: new Date(this.clock.now().getTime() + DAY_MS) });
  }

  async #change(tx: Tx, tenantId: Id<'ten'>, person: Placed, role: 'owner' | 'developer', by: Actor): Promise<void> {
    await this.people.changeRole(tx, tenantId, person.personId, role);
    await this.trail.append(tx, tenantId, { action: 'member.changed', by, targets: [person.personId], details: { from: person.role, to: role } });
  }

  async #nameOf(tx: Tx, tenantId: string): Promise<string> {
    return (await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } })).name;
  }
}
