import { createHash } from 'node:crypto';
import type { Trail } from '@inkproof/audit';
import { Refusal, type SecondStepProof } from '@inkproof/contract';
import { StorageUnavailable, type Database } from '@inkproof/platform';
import { actorOfPerson } from '../model/actor.js';
import type { FactorStore } from '../store/factor-store.js';
import type { FoundPerson, SessionStore } from '../store/session-store.js';
import type { Options, Passkeys } from './passkeys.js';
import type { ProveFactor } from './prove-factor.js';
import type { Tickets } from './tickets.js';

/** What is asked of somebody who showed half of who they are. */
export interface OfferedStep {
  ticket: string;
  expiresAt: Date;
  totp: boolean;
  recoveryCode: boolean;
  passkey: Options | null;
}

const digest = (passwordHash: string): string => createHash('sha256').update(passwordHash).digest('hex');

/** The second step of a sign-in, for people who have a second factor. */
export class TakeSecondStep {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly factors: FactorStore,
    private readonly passkeys: Passkeys,
    private readonly tickets: Tickets,
    private readonly prove: ProveFactor,
    private readonly trail: Trail,
  ) {}

  /** Null for people who have no second factor, whose sign-in is over. */
  async offer({ personId, email, passwordHash }: FoundPerson, way: 'password' | 'oidc'): Promise<OfferedStep | null> {
    const { kinds, passkeys, codes } = await this.database.asPerson(personId, async (tx) => ({
      kinds: (await this.factors.list(tx, personId)).map(({ kind }) => kind),
      passkeys: await this.factors.passkeys(tx, personId),
      codes: await this.factors.codesLeft(tx, personId),
    }));
    if (!kinds.length) return null;
    const passkey = await this.passkeys.offer(passkeys);
    const { ticket, expiresAt } = this.tickets.issue('second_step', { email, passwordHash: digest(passwordHash), way, challenge: passkey?.challenge ?? '' });
    return { ticket, expiresAt, totp: kinds.includes('totp'), recoveryCode: codes > 0, passkey };
  }

  async take({ ticket, ...shown }: SecondStepProof, from: string, requestId: string): Promise<{ person: FoundPerson; way: 'password' | 'oidc'; second: 'totp' | 'passkey' | 'recovery_code' }> {
    const { email, passwordHash, way, challenge } = this.tickets.open('second_step', ticket);
    const person = await this.sessions.findPerson(email);
    // A password that was changed between the two steps has ended this sign-in with everything else.
    if (!person || !(person.tenant || person.staff) || digest(person.passwordHash) !== passwordHash) throw new Refusal('mfa.ticket_expired');
    const chain = person.tenant?.id ?? 'provider';
    const by = actorOfPerson(person, requestId);
    try {
      const second = await this.prove.by({ personId: person.personId, chain, by, from }, 'passkey' in shown ? { passkey: shown.passkey, challenge } : shown);
      await this.tickets.spend(ticket);
      return { person, way, second };
    } catch (error) {
      // Somebody knows the password and has not the factor: worth knowing of.
      if (error instanceof Refusal && !(error instanceof StorageUnavailable)) await this.database.asPerson(person.personId, (tx) => this.trail.append(tx, chain, { action: 'session.refused', by, targets: [person.personId], outcome: { refused: error.code }, details: {} }));
      throw error;
    }
  }
}
