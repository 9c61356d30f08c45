import { Refusal, type StaffRole } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import { canonicalEmail } from '../model/email.js';
import { hashPassword } from './password.js';
import { randomToken } from './secret-hash.js';

const UNIQUE_VIOLATION = 'P2002';
const INITIAL_PASSWORD_BYTES = 15;

export interface NewPerson {
  name: string;
  email: string;
  /** Drawn at random when absent. */
  password?: string;
}

/** Founds tenants and appoints staff inside a transaction of the provider's, so that others can add to the same act. */
export class FoundTenant {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async in(tx: Tx, { name, owner }: { name: string; owner: NewPerson }): Promise<{ tenantId: Id<'ten'>; initialPassword: string }> {
    const tenantId = this.ids.next('ten');
    const createdAt = this.clock.now();
    const { personId, password } = await this.#addPerson(tx, owner, createdAt);
    await tx.tenant.create({ data: { id: tenantId, name, createdAt } });
    await tx.member.create({ data: { tenantId, personId, role: 'owner', createdAt } });
    return { tenantId, initialPassword: password };
  }

  async appoint(tx: Tx, person: NewPerson, role: StaffRole): Promise<{ initialPassword: string }> {
    const createdAt = this.clock.now();
    const { personId, password } = await this.#addPerson(tx, person, createdAt);
    await tx.staff.create({ data: { personId, role, createdAt } });
    return { initialPassword: password };
  }

  async #addPerson(tx: Tx, { name, email, password = randomToken(INITIAL_PASSWORD_BYTES) }: NewPerson, createdAt: Date) {
    const personId = this.ids.next('per');
    try {
      await tx.person.create({ data: { id: personId, name, email: canonicalEmail(email), passwordHash: await hashPassword(password), createdAt } });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION) throw new Refusal('person.email_taken');
      throw error;
    }
    return { personId, password };
  }
}
