import type { Actor } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { renderSVG } from 'uqr';
import type { PersonCaller } from '../model/caller.js';
import type { FactorStore } from '../store/factor-store.js';
import { FACTORS_MOST, tooMany, type AddedFactor, type KeepFactor } from './keep-factor.js';
import type { AppSecrets } from './app-secrets.js';
import type { SignInThrottle } from './sign-in-throttle.js';
import type { Tickets } from './tickets.js';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

/** An authenticator app: first the secret to scan, then the first code, and only then is anything kept. */
export class AddApp {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly keep: KeepFactor,
    private readonly tickets: Tickets,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
    private readonly secrets: AppSecrets,
  ) {}

  async offer({ personId }: PersonCaller, email: string): Promise<{ ticket: string; secret: string; uri: string; qrSvg: string }> {
    const have = await this.database.asPerson(personId, (tx) => this.factors.list(tx, personId));
    if (have.length >= FACTORS_MOST) throw tooMany();
    const secret = newTotpSecret();
    const uri = totpUri(secret, email);
    return { ticket: this.tickets.issue('totp', { personId, secret }).ticket, secret, uri, qrSvg: renderSVG(uri, { border: 2, pixelSize: 4 }) };
  }

  async add(caller: PersonCaller, { ticket, code, name }: { ticket: string; code: string; name: string }, by: Actor): Promise<AddedFactor> {
    const { personId, secret } = this.tickets.open('totp', ticket);
    if (personId !== caller.personId) throw new Refusal('mfa.ticket_expired');
    await this.throttle.admit(`app ${personId}`, caller.sessionId);
    const step = stepOfCode(secret, code, this.clock.now());
    if (step === undefined) throw new Refusal('mfa.refused', 'The code does not match what the app should show. Is the clock of the device right?');
    await this.throttle.forget(`app ${personId}`, caller.sessionId);
    await this.tickets.spend(ticket);
    return this.keep.for(caller, name, async (id) => ({ kind: 'totp', lastStep: step, ...(await this.secrets.lay(personId, id, secret)) }), by);
  }
}
