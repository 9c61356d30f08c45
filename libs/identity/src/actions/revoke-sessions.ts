import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import type { SessionStore } from '../store/session-store.js';

/** Ends sessions of one's own. No node remembers sessions, so the next call of one that ended is refused wherever it arrives. */
export class RevokeSessions {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly trail: Trail,
  ) {}

  async one(caller: PersonCaller, id: Id<'ses'>, by: Actor): Promise<void> {
    await this.database.asPerson(caller.personId, async (tx) => {
      // Somebody else's session and none at all answer alike.
      if (!(await this.store.remove(tx, caller.personId, id))) throw new Refusal('session.not_found');
      await this.trail.append(tx, chainOf(caller), { action: 'session.revoked', by, targets: [id], details: {} });
    });
  }

  async others(caller: PersonCaller, by: Actor): Promise<void> {
    await this.database.asPerson(caller.personId, async (tx) => {
      const targets = await this.store.removeOthers(tx, caller.personId, caller.sessionId);
      if (targets.length) await this.trail.append(tx, chainOf(caller), { action: 'session.revoked', by, targets, details: {} });
    });
  }
}
