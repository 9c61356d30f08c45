import type { MemberRole, StaffRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';

/** A person and the place from which they act. */
export interface SignedIn {
  personId: Id<'per'>;
  name: string;
  email: string;
  tenant: { id: Id<'ten'>; name: string; role: MemberRole } | null;
  staff: { role: StaffRole } | null;
}

export interface FoundSession extends SignedIn {
  id: Id<'ses'>;
  expiresAt: Date;
}

export interface FoundPerson extends SignedIn {
  passwordHash: string;
}

interface PlaceRow {
  name: string;
  email: string;
  tenant_id: Id<'ten'> | null;
  tenant_name: string | null;
  member_role: MemberRole | null;
  staff_role: StaffRole | null;
}

const placeOf = (row: PlaceRow): Omit<SignedIn, 'personId'> => ({
  name: row.name,
  email: row.email,
  tenant: row.tenant_id && row.tenant_name !== null && row.member_role ? { id: row.tenant_id, name: row.tenant_name, role: row.member_role } : null,
  staff: row.staff_role ? { role: row.staff_role } : null,
});

export class SessionStore {
  constructor(private readonly database: Database) {}

  async findPerson(email: string): Promise<FoundPerson | undefined> {
    const row = await this.database.ask<PlaceRow & { id: Id<'per'>; password_hash: string }>('gate_find_person', email);
    return row && { ...placeOf(row), personId: row.id, passwordHash: row.password_hash };
  }

  async find(tokenHash: string): Promise<FoundSession | undefined> {
    const row = await this.database.ask<PlaceRow & { id: Id<'ses'>; person_id: Id<'per'>; expires_at: Date }>('gate_find_session', tokenHash);
    return row && { ...placeOf(row), id: row.id, personId: row.person_id, expiresAt: row.expires_at };
  }

  /**
   * Adds the session, and clears away those of the same person that have run out. Answers false, and adds nothing, when
   * the password was changed since it was checked: the row is held against a change until the session stands.
   */
  async add(tx: Tx, passwordHash: string, session: { id: Id<'ses'>; tokenHash: string; personId: Id<'per'>; tenantId: Id<'ten'> | null; createdAt: Date; expiresAt: Date }): Promise<boolean> {
    const { personId, createdAt } = session;
    const [person] = await tx.$queryRaw<{ password_hash: string }[]>`SELECT password_hash FROM person WHERE id = ${personId} FOR SHARE`;
    if (person?.password_hash !== passwordHash) return false;
    await tx.session.deleteMany({ where: { personId, expiresAt: { lt: createdAt } } });
    await tx.session.create({ data: session });
    return true;
  }

  async extend(personId: Id<'per'>, id: Id<'ses'>, expiresAt: Date): Promise<void> {
    await this.database.asPerson(personId, (tx) => tx.session.updateMany({ where: { personId, id }, data: { expiresAt } }));
  }

  /** False when it had ended already. */
  async remove(tx: Tx, personId: Id<'per'>, id: Id<'ses'>): Promise<boolean> {
    return (await tx.session.deleteMany({ where: { personId, id } })).count > 0;
  }

  passwordHashOf(personId: Id<'per'>): Promise<string> {
    return this.database.asPerson(personId, async (tx) => (await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { passwordHash: true } })).passwordHash);
  }

  /** Changes the password and ends every session of the person but one, in one step. */
  async changePassword(tx: Tx, personId: Id<'per'>, passwordHash: string, keep: Id<'ses'>): Promise<void> {
    await tx.person.update({ where: { id: personId }, data: { passwordHash } });
    await tx.session.deleteMany({ where: { personId, id: { not: keep } } });
  }
}
