import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type ProblemCode } from '@inkproof/contract';
import { DAY_MS, type Clock, type Id } from '@inkproof/kernel';
import type { Database, MailOutbox, Tx } from '@inkproof/platform';
import { keeperOf, tenantOf, type Role, type Side } from '../model/side.js';
import type { Placed, PeopleStore } from '../store/people-store.js';
import { within } from './within.js';

const codes = { missing: { tenant: 'member.not_found', provider: 'staff.not_found' }, last: { tenant: 'member.last_owner', provider: 'staff.last_admin' } } as const satisfies Record<string, Record<string, ProblemCode>>;
const kindOf = (side: Side): 'tenant' | 'provider' => (side === 'provider' ? 'provider' : 'tenant');

/** The people of a tenant or of the staff: listed, given another role, removed. The last who keeps them stays. */
export class KeepPeople {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly outbox: MailOutbox,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  list(side: Side): Promise<Placed[]> {
    return within(this.database, side, (tx) => this.people.list(tx, side));
  }

  changeRole(side: Side, personId: Id<'per'>, role: Role, by: Actor): Promise<Placed> {
    return within(this.database, side, async (tx) => {
      const person = await this.#held(tx, side, personId, role);
      if (person.role === role) return person;
      if (role === 'owner') throw new Refusal('member.not_made_owner', 'Offer them the ownership, or invite an owner: whoever becomes one accepts it.');
      await this.people.changeRole(tx, side, personId, role);
      await this.trail.append(tx, side, { action: side === 'provider' ? 'staff.changed' : 'member.changed', by, targets: [personId], details: { from: person.role, to: role } });
      return { ...person, role };
    });
  }

  remove(side: Side, personId: Id<'per'>, by: Actor): Promise<void> {
    return within(this.database, side, async (tx) => {
      const person = await this.#held(tx, side, personId);
      await this.people.remove(tx, side, personId);
      await this.trail.append(tx, side, { action: side === 'provider' ? 'staff.removed' : 'member.removed', by, targets: [personId], details: { role: person.role } });
      await this.#tell(tx, side, person);
    });
  }

  async #held(tx: Tx, side: Side, personId: string, next?: Role): Promise<Placed> {
    await this.people.hold(tx, side);
    const all = await this.people.list(tx, side);
    const person = all.find((one) => one.personId === personId);
    // Somebody else's person and nobody answer alike, or the answer would tell which ids exist.
    if (!person) throw new Refusal(codes.missing[kindOf(side)]);
    const keeper = keeperOf(side);
    if (person.role === keeper && next !== keeper && all.filter(({ role }) => role === keeper).length === 1) throw new Refusal(codes.last[kindOf(side)]);
    return person;
  }

  async #tell(tx: Tx, side: Side, { email, locale }: Placed): Promise<void> {
    const tenantId = tenantOf(side);
    if (tenantId === null) return;
    const { name: tenant } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    await this.outbox.put(tx, { tenantId, to: email, template: 'membership_ended', locale, values: { tenant }, expiresAt: new Date(this.clock.now().getTime() + DAY_MS) });
  }
}
