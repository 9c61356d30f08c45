import { randomBytes } from 'node:crypto';
import type { Actor, Chain, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import { recoveryCode, RECOVERY_CODE_BYTES, RECOVERY_CODES, shownCode } from '../model/recovery-codes.js';
import type { FactorStore } from '../store/factor-store.js';
import { recoveryHash } from './recovery-hash.js';

/** Draws ten recovery codes in place of the ones before. They are in the answer and nowhere else. */
export class DrawRecoveryCodes {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly trail: Trail,
    private readonly pepper: string,
  ) {}

  for(caller: PersonCaller, by: Actor): Promise<string[]> {
    const { personId } = caller;
    return this.database.asPerson(personId, async (tx) => {
      await this.factors.hold(tx, personId);
      if (!(await this.factors.list(tx, personId)).length) throw new Refusal('factor.not_found', 'Recovery codes stand in for a second factor, and there is none yet.');
      return this.in(tx, personId, chainOf(caller), by);
    });
  }

  async in(tx: Tx, personId: Id<'per'>, chain: Chain, by: Actor): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(RECOVERY_CODE_BYTES)));
    await this.factors.replaceCodes(tx, personId, codes.map((code) => recoveryHash(this.pepper, personId, code)));
    await this.trail.append(tx, chain, { action: 'recovery_codes.drawn', by, targets: [personId], details: { count: codes.length } });
    return codes.map(shownCode);
  }
}
