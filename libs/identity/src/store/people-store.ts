import type { MemberRole, StaffRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { MailLocale, Tx } from '@inkproof/platform';
import { tenantOf, type Role, type Side } from '../model/side.js';

/** Somebody of a side. */
export interface Placed {
  personId: Id<'per'>;
  name: string;
  email: string;
  locale: MailLocale;
  role: Role;
  joinedAt: Date;
}

interface MemberRow {
  person_id: string;
  name: string;
  email: string;
  locale: string;
  role: string;
  created_at: Date;
}

/** The people of a side: members of a tenant, or staff. Works in a transaction of that side's. */
export class PeopleStore {
  async list(tx: Tx, side: Side): Promise<Placed[]> {
    if (side !== 'provider') {
      // A tenant learns names and addresses of its members from a function, because it may see nothing else of those people.
      const rows = await tx.$queryRaw<MemberRow[]>`SELECT * FROM gate_list_members()`;
      return rows.map(({ person_id, created_at, ...row }) => ({ ...row, personId: person_id, joinedAt: created_at }) as Placed);
    }
    const rows = await tx.staff.findMany({ select: { personId: true, role: true, createdAt: true, person: { select: { name: true, email: true, locale: true } } }, orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }] });
    return rows.map(({ createdAt, person, ...row }) => ({ ...row, ...person, joinedAt: createdAt }) as Placed);
  }

  /** Holds the people of the side until the transaction ends: two who go at once would each leave the other as the last. */
  async hold(tx: Tx, side: Side): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`people ${side}`}, 0))`;
  }

  async changeRole(tx: Tx, side: Side, personId: string, role: Role): Promise<void> {
    if (side === 'provider') await tx.staff.updateMany({ where: { personId }, data: { role: role as StaffRole } });
    else await tx.member.updateMany({ where: { tenantId: side, personId }, data: { role: role as MemberRole } });
  }

  /** Their sessions of this side go with them, by the store's own doing. */
  async remove(tx: Tx, side: Side, personId: string): Promise<void> {
    if (side === 'provider') await tx.staff.deleteMany({ where: { personId } });
    else await tx.member.deleteMany({ where: { tenantId: side, personId } });
  }

  async place(tx: Tx, side: Side, personId: string, role: Role, createdAt: Date): Promise<void> {
    const tenantId = tenantOf(side);
    if (tenantId === null) await tx.staff.create({ data: { personId, role: role as StaffRole, createdAt } });
    else await tx.member.create({ data: { tenantId, personId, role: role as MemberRole, createdAt } });
  }
}
