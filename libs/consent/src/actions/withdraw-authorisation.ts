import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { Authorisation } from '../model/authorisation.js';
import { keptUntil } from '../model/kept-until.js';
import type { AuthorisationStore } from '../store/authorisation-store.js';

/** Takes a person's word back. Calls that are admitted from then on find it withdrawn; what was recognised before stays as it was (PIPL art. 15). */
export class WithdrawAuthorisation {
  constructor(
    private readonly database: Database,
    private readonly store: AuthorisationStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, id: Id<'aut'>, by: Actor): Promise<Authorisation> {
    return this.database.asTenant(tenantId, (tx) => this.in(tx, tenantId, id, by));
  }

  /** The same as a part of a larger act. */
  async in(tx: Tx, tenantId: Id<'ten'>, id: Id<'aut'>, by: Actor): Promise<Authorisation> {
    const found = await this.store.lock(tx, tenantId, id);
    // Another tenant's and none answer alike, or the answer would tell which ids exist.
    if (!found) throw new Refusal('authorization.not_found');
    if (found.withdrawnAt) throw new Refusal('authorization.already_withdrawn', `It was withdrawn at ${found.withdrawnAt.toISOString()}.`);
    const withdrawnAt = this.clock.now();
    await this.store.withdraw(tx, tenantId, id, withdrawnAt, keptUntil({ ...found, withdrawnAt, textEndsAt: found.version.endsAt }, await this.store.months(tx, tenantId))!);
    await this.trail.append(tx, tenantId, { action: 'authorization.withdrawn', by, targets: [id, found.version.filing.id], details: {} });
    return (await this.store.find(tx, tenantId, id))!;
  }
}
