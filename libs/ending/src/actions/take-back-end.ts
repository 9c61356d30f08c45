import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type EndingSide } from '@inkproof/contract';
import { refuseMissingTenant } from '@inkproof/identity';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { ServiceEnding } from '../model/service-end.js';
import type { EndingStore } from '../store/ending-store.js';
import type { TellOfEnd } from './tell-of-end.js';

/** Takes an end back that has not come: one person of the side that announced it, since nothing is lost by going on. */
export class TakeBackEnd {
  constructor(
    private readonly database: Database,
    private readonly ends: EndingStore,
    private readonly tell: TellOfEnd,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  own(tenantId: Id<'ten'>, by: Actor): Promise<ServiceEnding> {
    return this.database.asProviderOf(tenantId, (tx) => this.#takeBack(tx, tenantId, 'tenant', by));
  }

  ofProvider(tenantId: Id<'ten'>, by: Actor): Promise<ServiceEnding> {
    return this.database.asProvider(async (tx) => {
      await refuseMissingTenant(tx, tenantId);
      return this.#takeBack(tx, tenantId, 'provider', by);
    });
  }

  async #takeBack(tx: Tx, tenantId: Id<'ten'>, side: EndingSide, by: Actor): Promise<ServiceEnding> {
    const ending = await this.ends.standing(tx, tenantId);
    if (!ending) throw new Refusal('ending.not_found');
    if (ending.side !== side) throw new Refusal('ending.of_others', 'Whoever announced it takes it back. Talk to them, by a ticket for instance.');
    if (!(await this.ends.takeBack(tx, ending, by.id, this.clock.now()))) throw new Refusal('ending.past', 'It has come. Nothing of it can be taken back.');
    await this.trail.appendToBoth(tx, tenantId, { action: 'ending.taken_back', by, targets: [ending.id, tenantId], details: { side, last_day: ending.lastDay } });
    await this.tell.both(tx, ending, 'service.continues');
    return ending;
  }
}
