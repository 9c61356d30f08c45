import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import type { Factor, FactorStore } from '../store/factor-store.js';

/** Gives a factor of one's own another name, which is all that tells two passkeys apart. The log keeps that, and no name. */
export class RenameFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly trail: Trail,
  ) {}

  for(caller: PersonCaller, id: Id<'fac'>, name: string, by: Actor): Promise<Factor> {
    const { personId } = caller;
    return this.database.asPerson(personId, async (tx) => {
      const factor = await this.factors.rename(tx, personId, id, name);
      if (!factor) throw new Refusal('factor.not_found');
      await this.trail.append(tx, chainOf(caller), { action: 'factor.renamed', by, targets: [id], details: { kind: factor.kind } });
      return factor;
    });
  }
}
