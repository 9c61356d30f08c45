import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type HoldRequest } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import type { Hold, HoldStore } from '../store/hold-store.js';
import type { Holds } from './holds.js';
import { subjectHashOf } from './subject-hash.js';

/** Holds things of a tenant from the next instant on; what is being erased just then is erased before. One person may: too early a hold harms less than too late a one. */
export class PlaceHold {
  constructor(
    private readonly database: Database,
    private readonly holds: Holds,
    private readonly store: HoldStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {}

  for({ tenant, scope, subject, objects = [], reason, reference }: HoldRequest, by: Actor): Promise<Hold> {
    return this.database.changeAsProvider(async (run) => {
      if (!(await this.store.isTenant(run, tenant))) throw new Refusal('tenant.not_found');
      await this.holds.freeze(run, tenant);
      const hold = { id: this.ids.next('hld'), tenantId: tenant, scope, reason, reference, placedBy: by.id, placedAt: this.clock.now(), subjectHash: subject === undefined ? null : subjectHashOf(this.pepper, tenant, subject) };
      await this.store.add(run, hold);
      await this.store.name(run, hold, objects);
      const act = { action: 'hold.placed', by, targets: [hold.id, tenant], details: { scope, objects: objects.length, reference } } as const;
      await this.trail.append(run, 'provider', { ...act, reason });
      await this.trail.append(run, tenant, act);
      return (await this.store.find(run, hold.id))!;
    });
  }

  /** More things of the same matter. Those that are gone by then are gone. */
  widen(id: Id<'hld'>, objects: readonly string[], by: Actor): Promise<Hold> {
    return this.database.changeAsProvider(async (run) => {
      const hold = await this.#open(run, id);
      await this.holds.freeze(run, hold.tenantId);
      await this.store.name(run, hold, objects);
      await this.trail.appendToBoth(run, hold.tenantId, { action: 'hold.widened', by, targets: [id, hold.tenantId], details: { objects: objects.length } });
      return (await this.store.find(run, id))!;
    });
  }

  async #open(run: Run, id: Id<'hld'>): Promise<Hold> {
    const hold = await this.store.lock(run, id);
    if (!hold) throw new Refusal('hold.not_found');
    if (hold.liftedAt) throw new Refusal('hold.lifted', 'What this hold held may be erased by now. Place a new one.');
    return hold;
  }
}
