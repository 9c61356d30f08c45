import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { Prisma, type Database } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import type { Factor, FactorProof, FactorStore } from '../store/factor-store.js';
import type { SessionStore } from '../store/session-store.js';
import type { DrawRecoveryCodes } from './draw-recovery-codes.js';
import type { TellOfFactor } from './tell-of-factor.js';

/** Enough for anybody's devices, and an end to what one person can store. */
export const FACTORS_MOST = 10;
const UNIQUE_VIOLATION = 'P2002';

export interface AddedFactor {
  factor: Factor;
  /** Drawn with the first factor, or where none were left. */
  recoveryCodes: string[] | null;
}

export const tooMany = (): Refusal => new Refusal('factor.too_many', `A person has at most ${FACTORS_MOST} second factors. Remove one you no longer use.`);

/**
 * Keeps a factor that was just proven. The session it was proven in is assured from now on; with the first factor every
 * other session ends, because none of them was opened with one.
 */
export class KeepFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly sessions: SessionStore,
    private readonly codes: DrawRecoveryCodes,
    private readonly tell: TellOfFactor,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async for(caller: PersonCaller, name: string, proofFor: (id: Id<'fac'>) => FactorProof | Promise<FactorProof>, by: Actor): Promise<AddedFactor> {
    const { personId, sessionId } = caller;
    const id = this.ids.next('fac');
    const at = this.clock.now();
    const proof = await proofFor(id);
    const factor: Factor = { id, kind: proof.kind, name, createdAt: at, lastUsedAt: null };
    try {
      const added = await this.database.asPerson(personId, async (tx) => {
        await this.factors.hold(tx, personId);
        const before = (await this.factors.list(tx, personId)).length;
        if (before >= FACTORS_MOST) throw tooMany();
        await this.factors.add(tx, personId, factor, proof);
        await this.trail.append(tx, chainOf(caller), { action: 'factor.added', by, targets: [id], details: { kind: proof.kind } });
        if (!before) await this.sessions.removeOthers(tx, personId, sessionId);
        await this.sessions.assure(tx, personId, true, sessionId);
        const isWithout = (await this.factors.codesLeft(tx, personId)) === 0;
        return { factor, recoveryCodes: isWithout ? await this.codes.in(tx, personId, chainOf(caller), by) : null };
      });
      await this.tell.that('factor_added', personId, factor);
      return added;
    } catch (error) {
      // An authenticator that is kept already, by this person or another, is no new factor.
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION) throw new Refusal('passkey.refused', 'This passkey is registered already.');
      throw error;
    }
  }
}
