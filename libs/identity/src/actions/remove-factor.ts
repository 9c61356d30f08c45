import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import { mustEnrol } from '../model/session-law.js';
import type { FactorStore } from '../store/factor-store.js';
import type { FoundSession, SessionStore } from '../store/session-store.js';
import type { TellOfFactor } from './tell-of-factor.js';

/** Removes a factor of one's own. With the last one the recovery codes go, and no session is assured any more. */
export class RemoveFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly sessions: SessionStore,
    private readonly tell: TellOfFactor,
    private readonly trail: Trail,
    private readonly isEnforced: boolean,
  ) {}

  async for(caller: PersonCaller, { tenant, staff }: Pick<FoundSession, 'tenant' | 'staff'>, id: Id<'fac'>, by: Actor): Promise<void> {
    const { personId } = caller;
    const removed = await this.database.asPerson(personId, async (tx) => {
      await this.factors.hold(tx, personId);
      const have = await this.factors.list(tx, personId);
      const factor = have.find((one) => one.id === id);
      if (!factor) throw new Refusal('factor.not_found');
      const isLast = have.length === 1;
      if (isLast && mustEnrol({ tenant, staff, assured: false }, this.isEnforced)) throw new Refusal('factor.last', 'Your role needs a second factor here. Add another one first, then remove this.');
      await this.factors.remove(tx, personId, id);
      await this.trail.append(tx, chainOf(caller), { action: 'factor.removed', by, targets: [id], details: { kind: factor.kind } });
      if (isLast) {
        await this.factors.replaceCodes(tx, personId, []);
        await this.sessions.assure(tx, personId, false);
      }
      return factor;
    });
    await this.tell.that('factor_removed', personId, removed);
  }
}
