import { isIP } from 'node:net';
import { Refusal, type NewPasskey, type PasskeyAnswer } from '@inkproof/contract';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Passkey } from '../model/passkey.js';

/** Options are handed on to the browser as they are. */
export type Options = { challenge: string } & Record<string, unknown>;

const refused = (): Refusal => new Refusal('passkey.refused', 'The passkey does not match. Begin again.');
const named = ({ credentialId, transports }: Pick<Passkey, 'credentialId' | 'transports'>) => ({ id: credentialId, transports: transports });

/**
 * The ceremonies of WebAuthn, for the console's own origin. Passkeys belong to a host name: where the console is reached
 * by a number there are none, because no browser would make one.
 */
export class Passkeys {
  readonly #origin: string;
  readonly #host: string;

  constructor(consoleUrl: string) {
    const { origin, hostname } = new URL(consoleUrl);
    this.#origin = origin;
    this.#host = hostname;
  }

  get areAvailable(): boolean {
    return !isIP(this.#host.replace(/^\[|\]$/g, ''));
  }

  #need(): void {
    if (!this.areAvailable) throw new Refusal('passkey.unavailable', 'Open the console under its host name; for an address such as 127.0.0.1 no browser makes passkeys.');
  }

  async offerNew({ personId, name, email }: { personId: string; name: string; email: string }, have: readonly Passkey[]): Promise<Options> {
    this.#need();
    // Usable without a password where the authenticator can: it keeps who it is for, and asks for the PIN or the finger.
    return { ...(await generateRegistrationOptions({ rpName: 'Inkproof', rpID: this.#host, userName: email, userDisplayName: name, userID: new TextEncoder().encode(personId), attestationType: 'none', excludeCredentials: have.map(named), authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' } })) };
  }

  async checkNew(answer: NewPasskey, challenge: string): Promise<Passkey> {
    this.#need();
    const checked = await verifyRegistrationResponse({ response: answer as RegistrationResponseJSON, expectedChallenge: challenge, expectedOrigin: this.#origin, expectedRPID: this.#host, requireUserVerification: false }).catch(() => undefined);
    if (!checked?.verified) throw refused();
    const { id, publicKey, counter } = checked.registrationInfo.credential;
    return { credentialId: id, publicKey: new Uint8Array(publicKey), counter, transports: answer.response.transports ?? [] };
  }

  /** Asks for one of somebody's passkeys; for any at all where nobody is known yet, and then the authenticator must verify the person. */
  async ask(among: readonly Passkey[] | 'any'): Promise<Options> {
    this.#need();
    return { ...(await generateAuthenticationOptions({ rpID: this.#host, allowCredentials: among === 'any' ? [] : among.map(named), userVerification: among === 'any' ? 'required' : 'preferred' })) };
  }

  /** The same for somebody who need not have one; null where there is nothing to ask for. */
  async offer(kept: readonly Passkey[]): Promise<Options | null> {
    return kept.length && this.areAvailable ? this.ask(kept) : null;
  }

  /** Answers how often the passkey was used by now. A count that does not go up means a copy, and is refused. */
  async check(answer: PasskeyAnswer, { challenge, mustVerifyPerson }: { challenge: string; mustVerifyPerson: boolean }, passkey: Passkey): Promise<number> {
    this.#need();
    const { credentialId: id, publicKey, counter, transports } = passkey;
    const checked = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#host,
      credential: { id, publicKey, counter, transports: transports },
      requireUserVerification: mustVerifyPerson,
    }).catch(() => undefined);
    if (!checked?.verified) throw refused();
    return checked.authenticationInfo.newCounter;
  }
}
