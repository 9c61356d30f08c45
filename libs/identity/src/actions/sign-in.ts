import type { Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { visitor } from '../model/actor.js';
import { canonicalEmail } from '../model/email.js';
import type { FoundPerson, FoundSession, SessionStore } from '../store/session-store.js';
import { isPassword, nobodysHash } from './password.js';
import { keyedHash, randomToken } from './secret-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';

export const SESSION_MS = 12 * 60 * 60 * 1_000;

/** Checks an address and a password. Unknown address, wrong password and no place to go answer alike, in like time. */
export class CheckPassword {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly throttle: SignInThrottle,
    private readonly trail: Trail,
    private readonly secret: string,
  ) {}

  async of(emailAsTyped: string, password: string, from: string, requestId: string): Promise<FoundPerson> {
    const email = canonicalEmail(emailAsTyped);
    await this.throttle.admit(email, from);
    const person = await this.store.findPerson(email);
    const right = await isPassword(person?.passwordHash ?? (await nobodysHash()), password);
    if (!person || !right || !(person.tenant || person.staff)) {
      await this.#note(email, person, requestId);
      throw new Refusal('session.refused');
    }
    await this.throttle.forget(email, from);
    return person;
  }

  /** An address that nobody has concerns no tenant; it is written with the provider, and only as a keyed hash. Both ways take as long. */
  async #note(email: string, person: FoundPerson | undefined, requestId: string): Promise<void> {
    const known = person && (person.tenant || person.staff) ? person : undefined;
    await this.database.asProvider((tx) =>
      this.trail.append(tx, known?.tenant?.id ?? 'provider', {
        action: 'session.refused',
        by: visitor(requestId),
        targets: known ? [known.personId] : [],
        outcome: { refused: 'session.refused' },
        details: known ? {} : { address_hash: keyedHash(this.secret, `address ${email}`) },
      }),
    );
  }
}

/** Opens a session for somebody whose password was right. The token goes into their cookie and nowhere else. */
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  async for({ personId, name, email, tenant, staff, passwordHash }: FoundPerson, requestId: string): Promise<{ session: FoundSession; token: string }> {
    const token = randomToken();
    const createdAt = this.clock.now();
    const session = { id: this.ids.next('ses'), personId, name, email, tenant, staff, expiresAt: new Date(createdAt.getTime() + SESSION_MS) };
    const row = { id: session.id, tokenHash: keyedHash(this.secret, token), personId, tenantId: tenant?.id ?? null, createdAt, expiresAt: session.expiresAt };
    const by = { kind: tenant ? 'member' : 'staff', id: personId, role: tenant?.role ?? staff?.role, requestId } as const;
    await this.database.asPerson(personId, async (tx) => {
      if (!(await this.store.add(tx, passwordHash, row))) throw new Refusal('session.refused');
      await this.trail.append(tx, tenant?.id ?? 'provider', { action: 'session.opened', by, targets: [session.id], details: { way: 'password' } });
    });
    return { session, token };
  }
}
