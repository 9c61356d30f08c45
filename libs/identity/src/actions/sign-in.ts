import { Refusal } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import { canonicalEmail } from '../model/email.js';
import type { FoundPerson, FoundSession, SessionStore } from '../store/session-store.js';
import { isPassword, nobodysHash } from './password.js';
import { keyedHash, randomToken } from './secret-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';

export const SESSION_MS = 12 * 60 * 60 * 1_000;

/** Checks an address and a password. Unknown address, wrong password and no place to go answer alike, in like time. */
export class CheckPassword {
  constructor(
    private readonly store: SessionStore,
    private readonly throttle: SignInThrottle,
  ) {}

  async of(emailAsTyped: string, password: string, from: string): Promise<FoundPerson> {
    const email = canonicalEmail(emailAsTyped);
    await this.throttle.admit(email, from);
    const person = await this.store.findPerson(email);
    const right = await isPassword(person?.passwordHash ?? (await nobodysHash()), password);
    if (!person || !right || !(person.tenant || person.staff)) throw new Refusal('session.refused');
    await this.throttle.forget(email, from);
    return person;
  }
}

/** Opens a session for somebody whose password was right. The token goes into their cookie and nowhere else. */
export class OpenSession {
  constructor(
    private readonly store: SessionStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  async for({ personId, name, email, tenant, staff, passwordHash }: FoundPerson): Promise<{ session: FoundSession; token: string }> {
    const token = randomToken();
    const createdAt = this.clock.now();
    const session = { id: this.ids.next('ses'), personId, name, email, tenant, staff, expiresAt: new Date(createdAt.getTime() + SESSION_MS) };
    const isAdded = await this.store.add(passwordHash, { id: session.id, tokenHash: keyedHash(this.secret, token), personId, tenantId: tenant?.id ?? null, createdAt, expiresAt: session.expiresAt });
    if (!isAdded) throw new Refusal('session.refused');
    return { session, token };
  }
}
