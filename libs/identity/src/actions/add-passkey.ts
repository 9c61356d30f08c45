import type { Actor } from '@inkproof/audit';
import { Refusal, type NewPasskey } from '@inkproof/contract';
import type { Database } from '@inkproof/platform';
import type { PersonCaller } from '../model/caller.js';
import type { FactorStore } from '../store/factor-store.js';
import { FACTORS_MOST, tooMany, type AddedFactor, type KeepFactor } from './keep-factor.js';
import type { Options, Passkeys } from './passkeys.js';
import type { Tickets } from './tickets.js';

/** A passkey: first what the browser needs to make one, then the one it made. */
export class AddPasskey {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly keep: KeepFactor,
    private readonly tickets: Tickets,
    private readonly passkeys: Passkeys,
  ) {}

  async offer({ personId }: PersonCaller, { name, email }: { name: string; email: string }): Promise<{ ticket: string; options: Options }> {
    const [all, have] = await this.database.asPerson(personId, async (tx) => [await this.factors.list(tx, personId), await this.factors.passkeys(tx, personId)] as const);
    if (all.length >= FACTORS_MOST) throw tooMany();
    const options = await this.passkeys.offerNew({ personId, name, email }, have);
    return { ticket: this.tickets.issue('passkey', { personId, challenge: options.challenge }).ticket, options };
  }

  async add(caller: PersonCaller, { ticket, name, passkey }: { ticket: string; name: string; passkey: NewPasskey }, by: Actor): Promise<AddedFactor> {
    const { personId, challenge } = this.tickets.open('passkey', ticket);
    if (personId !== caller.personId) throw new Refusal('mfa.ticket_expired');
    const made = await this.passkeys.checkNew(passkey, challenge);
    await this.tickets.spend(ticket);
    return this.keep.for(caller, name, () => ({ kind: 'passkey', ...made }), by);
  }
}
