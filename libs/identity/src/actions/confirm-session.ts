import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type Confirmation } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import type { FactorStore } from '../store/factor-store.js';
import type { FoundSession, SessionStore } from '../store/session-store.js';
import { isPassword } from './password.js';
import type { Options, Passkeys } from './passkeys.js';
import type { ProveFactor } from './prove-factor.js';
import { keyedHash, randomToken } from './secret-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';
import type { Tickets } from './tickets.js';

/** Somebody who is signed in shows once more who they are, before an act that asks for it. The session goes on under a new token. */
export class ConfirmSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly factors: FactorStore,
    private readonly passkeys: Passkeys,
    private readonly tickets: Tickets,
    private readonly prove: ProveFactor,
    private readonly throttle: SignInThrottle,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  /** What they can show beside the password. */
  async offer({ personId, sessionId }: PersonCaller): Promise<{ ticket: string; totp: boolean; passkey: Options | null }> {
    const [apps, passkeys] = await this.database.asPerson(personId, async (tx) => [await this.factors.apps(tx, personId), await this.factors.passkeys(tx, personId)] as const);
    const passkey = await this.passkeys.offer(passkeys);
    return { ticket: this.tickets.issue('confirmation', { sessionId, challenge: passkey?.challenge ?? '' }).ticket, totp: apps.length > 0, passkey };
  }

  async for(caller: PersonCaller, session: FoundSession, shown: Confirmation, from: string, by: Actor): Promise<{ session: FoundSession; token: string }> {
    const { personId, sessionId } = caller;
    const way = 'password' in shown ? 'password' : 'code' in shown ? 'totp' : 'passkey';
    try {
      await this.#check(caller, shown, from, by);
    } catch (error) {
      if (error instanceof Refusal) await this.database.asPerson(personId, (tx) => this.trail.append(tx, chainOf(caller), { action: 'session.confirmed', by, targets: [sessionId], outcome: { refused: error.code }, details: { way } }));
      throw error;
    }
    const token = randomToken();
    const confirmedAt = this.clock.now();
    const assured = way !== 'password';
    await this.database.asPerson(personId, async (tx) => {
      if (!(await this.sessions.confirm(tx, personId, sessionId, { tokenHash: keyedHash(this.secret, token), confirmedAt, ...(assured && { assured }) }))) throw new Refusal('session.expired');
      await this.trail.append(tx, chainOf(caller), { action: 'session.confirmed', by, targets: [sessionId], details: { way } });
    });
    return { session: { ...session, confirmedAt, assured: session.assured || assured }, token };
  }

  async #check(caller: PersonCaller, shown: Confirmation, from: string, by: Actor): Promise<void> {
    const { personId, sessionId } = caller;
    if ('password' in shown) {
      await this.throttle.admit(personId, sessionId);
      if (!(await isPassword(await this.sessions.passwordHashOf(personId), shown.password))) throw new Refusal('password.wrong');
      return this.throttle.forget(personId, sessionId);
    }
    const prover = { personId, chain: chainOf(caller), by, from };
    if ('code' in shown) return void (await this.prove.by(prover, shown));
    const { sessionId: forSession, challenge } = this.tickets.open('confirmation', shown.ticket);
    if (forSession !== sessionId) throw new Refusal('mfa.ticket_expired');
    await this.prove.by(prover, { passkey: shown.passkey, challenge });
    await this.tickets.spend(shown.ticket);
  }
}
