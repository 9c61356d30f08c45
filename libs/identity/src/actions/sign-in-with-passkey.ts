import { Refusal, type PasskeyAnswer } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { FactorStore } from '../store/factor-store.js';
import type { FoundPerson, SessionStore } from '../store/session-store.js';
import type { Options, Passkeys } from './passkeys.js';
import type { Tickets } from './tickets.js';

const refused = (): Refusal => new Refusal('passkey.refused', 'The passkey is not known here, or does not match.');
const handleOf = (personId: string): string => Buffer.from(personId).toString('base64url');

/** A sign-in by passkey alone. The authenticator has it and knows whose it is, and must verify the person: two factors at once. */
export class SignInWithPasskey {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly factors: FactorStore,
    private readonly passkeys: Passkeys,
    private readonly tickets: Tickets,
    private readonly clock: Clock,
  ) {}

  async offer(): Promise<{ ticket: string; options: Options }> {
    const options = await this.passkeys.ask('any');
    return { ticket: this.tickets.issue('passkey_sign_in', { challenge: options.challenge }).ticket, options };
  }

  /** An unknown passkey, a wrong signature and a person without a place are answered alike. */
  async take({ ticket, passkey: answer }: { ticket: string; passkey: PasskeyAnswer }): Promise<FoundPerson> {
    const { challenge } = this.tickets.open('passkey_sign_in', ticket);
    const found = await this.database.ask<{ email: string }>('gate_find_passkey', answer.id);
    const person = found && (await this.sessions.findPerson(found.email));
    if (!person || !(person.tenant || person.staff) || (answer.response.userHandle ?? handleOf(person.personId)) !== handleOf(person.personId)) throw refused();
    const { personId } = person;
    await this.database.asPerson(personId, async (tx) => {
      const kept = (await this.factors.passkeys(tx, personId)).find(({ credentialId }) => credentialId === answer.id);
      if (!kept) throw refused();
      const count = await this.passkeys.check(answer, { challenge, mustVerifyPerson: true }, kept);
      if (!(await this.factors.takeCount(tx, kept.id, { before: kept.counter, after: count }, this.clock.now()))) throw refused();
    });
    await this.tickets.spend(ticket);
    return person;
  }
}
