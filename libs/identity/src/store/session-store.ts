import type { MemberRole, StaffRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { Device } from '../model/device.js';

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
  createdAt: Date;
  expiresAt: Date;
  /** When the person last showed who they are. */
  confirmedAt: Date;
  /** Opened or confirmed with a second factor. */
  assured: boolean;
  seenAt: Date;
  /** Of its tenant: whether it has ended, and whether the time to read is over too. None while it runs, nor right after signing in. */
  service?: 'ended' | 'closed' | null;
}

/** A session as its person sees it in their list. */
export interface ListedSession extends Device {
  id: Id<'ses'>;
  address: string;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

export interface NewSession extends ListedSession {
  tokenHash: string;
  personId: Id<'per'>;
  tenantId: Id<'ten'> | null;
  confirmedAt: Date;
  assured: boolean;
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
    const row = await this.database.ask<PlaceRow & { id: Id<'ses'>; person_id: Id<'per'>; created_at: Date; expires_at: Date; confirmed_at: Date; assured: boolean; seen_at: Date; service: FoundSession['service'] }>('gate_find_session', tokenHash);
    return row && { ...placeOf(row), id: row.id, personId: row.person_id, createdAt: row.created_at, expiresAt: row.expires_at, confirmedAt: row.confirmed_at, assured: row.assured, seenAt: row.seen_at, service: row.service };
  }

  /**
   * Adds the session, and clears away those of the same person that have run out. Answers false, and adds nothing, when
   * since the sign-in began the password was changed, or a first factor was added that it did not ask for: the person is
   * held against either until the session stands.
   */
  async add(tx: Tx, passwordHash: string, session: NewSession): Promise<boolean> {
    const { personId, createdAt, assured } = session;
    const [person] = await tx.$queryRaw<{ password_hash: string }[]>`SELECT password_hash FROM person WHERE id = ${personId} FOR SHARE`;
    if (person?.password_hash !== passwordHash || (!assured && (await tx.factor.count({ where: { personId } })) > 0)) return false;
    await tx.session.deleteMany({ where: { personId, expiresAt: { lt: createdAt } } });
    await tx.session.create({ data: session });
    return true;
  }

  /** Used, from where, and until when it lasts now. */
  async touch(personId: Id<'per'>, id: Id<'ses'>, used: { seenAt: Date; expiresAt: Date; address: string }): Promise<void> {
    await this.database.asPerson(personId, (tx) => tx.session.updateMany({ where: { personId, id }, data: used }));
  }

  list(personId: Id<'per'>, now: Date): Promise<ListedSession[]> {
    return this.database.asPerson(personId, (tx) => tx.session.findMany({ where: { personId, expiresAt: { gt: now } }, select: { id: true, browser: true, system: true, address: true, createdAt: true, seenAt: true, expiresAt: true }, orderBy: { seenAt: 'desc' } })) as Promise<ListedSession[]>;
  }

  /** Goes on under another token. False when it had ended meanwhile. */
  async confirm(tx: Tx, personId: Id<'per'>, id: Id<'ses'>, now: { tokenHash: string; confirmedAt: Date; assured?: true }): Promise<boolean> {
    return (await tx.session.updateMany({ where: { personId, id }, data: now })).count > 0;
  }

  /** Answers which ended. */
  async removeOthers(tx: Tx, personId: Id<'per'>, keep: Id<'ses'>): Promise<Id<'ses'>[]> {
    const others = await tx.session.findMany({ where: { personId, id: { not: keep } }, select: { id: true } });
    await tx.session.deleteMany({ where: { personId, id: { in: others.map(({ id }) => id) } } });
    return others.map(({ id }) => id as Id<'ses'>);
  }

  /** Says of one session, or of all of a person's, whether a second factor stands behind it. */
  async assure(tx: Tx, personId: Id<'per'>, assured: boolean, id?: Id<'ses'>): Promise<void> {
    await tx.session.updateMany({ where: { personId, id }, data: { assured } });
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
