import type { Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { actorOfPerson, visitor } from '../model/actor.js';
import type { Device } from '../model/device.js';
import { canonicalEmail } from '../model/email.js';
import { endOf } from '../model/session-law.js';
import type { FoundPerson, FoundSession, SessionStore } from '../store/session-store.js';
import { isPassword, nobodysHash } from './password.js';
import { keyedHash, randomToken } from './secret-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';

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

/** How somebody came in, and with what as a second step. */
export interface Entry {
  way: 'password' | 'passkey' | 'oidc';
  second?: 'totp' | 'passkey' | 'recovery_code' | 'provider';
}

/** From where somebody came, and by which request. */
export interface Visit {
  address: string;
  device: Device;
  requestId: string;
}

/** Opens a session for somebody who has shown who they are. The token goes into their cookie and nowhere else. */
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  async for(person: FoundPerson, entry: Entry, { address, device, requestId }: Visit): Promise<{ session: FoundSession; token: string }> {
    const { personId, name, email, tenant, staff, passwordHash } = person;
    const token = randomToken();
    const now = this.clock.now();
    const kept = { id: this.ids.next('ses'), personId, createdAt: now, expiresAt: endOf(now, now), confirmedAt: now, seenAt: now, assured: entry.second !== undefined };
    await this.database.asPerson(personId, async (tx) => {
      if (!(await this.store.add(tx, passwordHash, { ...kept, ...device, address, tenantId: tenant?.id ?? null, tokenHash: keyedHash(this.secret, token) }))) throw new Refusal('session.refused');
      await this.trail.append(tx, tenant?.id ?? 'provider', { action: 'session.opened', by: actorOfPerson(person, requestId), targets: [kept.id], details: { ...entry } });
    });
    return { session: { ...kept, name, email, tenant, staff }, token };
  }
}
