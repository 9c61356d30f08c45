import type { Actor, Trail } from '@inkproof/audit';
import type { Database } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import type { SessionStore } from '../store/session-store.js';

/** Ends the session a person is signed in with. */
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly trail: Trail,
  ) {}

  async for(caller: PersonCaller, by: Actor): Promise<void> {
    const { personId, sessionId } = caller;
    await this.database.asPerson(personId, async (tx) => {
      if (await this.store.remove(tx, personId, sessionId)) await this.trail.append(tx, chainOf(caller), { action: 'session.ended', by, targets: [sessionId], details: {} });
    });
  }
}
