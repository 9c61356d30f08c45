import type { Actor, Chain, Trail } from '@inkproof/audit';
import { Refusal, type PasskeyAnswer } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { FactorStore } from '../store/factor-store.js';
import type { AppSecret, AppSecrets } from './app-secrets.js';
import type { CodeThrottle } from './code-throttle.js';
import type { Passkeys } from './passkeys.js';
import { recoveryHash } from './recovery-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';
import { stepOfCode } from './totp.js';

/** What somebody shows to prove themselves. */
export type Proof = { code: string } | { recovery_code: string } | { passkey: PasskeyAnswer; challenge: string };

export interface Prover {
  personId: Id<'per'>;
  chain: Chain;
  by: Actor;
  from: string;
}

const refused = (): Refusal => new Refusal('mfa.refused', 'The code does not match, or was used before. Wait for the next one.');

/** Whether what is shown proves that somebody has a factor of theirs. Each code counts once; guessing is throttled. */
export class ProveFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly passkeys: Passkeys,
    private readonly throttles: { places: SignInThrottle; codes: CodeThrottle },
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly apps: AppSecrets,
    private readonly keyPepper: string,
  ) {}

  async by(who: Prover, proof: Proof): Promise<'totp' | 'recovery_code' | 'passkey'> {
    if ('passkey' in proof) return this.#byPasskey(who, proof);
    // Before it counts as a try: where the place of the keys is away nobody has guessed.
    const apps = 'code' in proof ? await this.apps.of(who.personId) : [];
    const subject = `factor ${who.personId}`;
    await this.throttles.places.admit(subject, who.from);
    if ('recovery_code' in proof) await this.#byRecoveryCode(who, proof.recovery_code);
    else await this.#byCode(who, apps, proof.code);
    await this.throttles.places.forget(subject, who.from);
    return 'code' in proof ? 'totp' : 'recovery_code';
  }

  async #byCode({ personId }: Prover, apps: readonly AppSecret[], code: string): Promise<void> {
    await this.throttles.codes.admit(personId);
    const now = this.clock.now();
    const isTaken = await this.database.asPerson(personId, async (tx) => {
      for (const { id, secret } of apps) {
        const step = stepOfCode(secret, code, now);
        if (step !== undefined && (await this.factors.takeStep(tx, id, step, now))) return true;
      }
      return false;
    });
    if (!isTaken) throw refused();
    await this.throttles.codes.forget(personId);
  }

  async #byRecoveryCode({ personId, chain, by }: Prover, code: string): Promise<void> {
    await this.database.asPerson(personId, async (tx) => {
      if (!(await this.factors.takeCode(tx, personId, recoveryHash(this.keyPepper, personId, code)))) throw refused();
      await this.trail.append(tx, chain, { action: 'recovery_code.used', by, targets: [personId], details: { left: await this.factors.codesLeft(tx, personId) } });
    });
  }

  async #byPasskey({ personId }: Prover, { passkey: answer, challenge }: { passkey: PasskeyAnswer; challenge: string }): Promise<'passkey'> {
    await this.database.asPerson(personId, async (tx) => {
      const kept = (await this.factors.passkeys(tx, personId)).find(({ credentialId }) => credentialId === answer.id);
      if (!kept) throw refused();
      const count = await this.passkeys.check(answer, { challenge, mustVerifyPerson: false }, kept);
      if (!(await this.factors.takeCount(tx, kept.id, { before: kept.counter, after: count }, this.clock.now()))) throw refused();
    });
    return 'passkey';
  }
}
