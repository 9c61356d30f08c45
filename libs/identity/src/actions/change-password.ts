import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Database } from '@inkproof/platform';
import { chainOf } from '../model/actor.js';
import type { PersonCaller } from '../model/caller.js';
import type { SessionStore } from '../store/session-store.js';
import { hashPassword, isPassword } from './password.js';
import type { SignInThrottle } from './sign-in-throttle.js';

/** Changes one's own password and ends every other session of one's own. Guessing the current one is throttled like a sign-in. */
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    private readonly throttle: SignInThrottle,
    private readonly trail: Trail,
  ) {}

  async for(caller: PersonCaller, { current, next }: { current: string; next: string }, by: Actor): Promise<void> {
    const { personId, sessionId } = caller;
    await this.throttle.admit(personId, sessionId);
    if (!(await isPassword(await this.store.passwordHashOf(personId), current))) throw new Refusal('password.wrong');
    await this.throttle.forget(personId, sessionId);
    const passwordHash = await hashPassword(next);
    await this.database.asPerson(personId, async (tx) => {
      await this.store.changePassword(tx, personId, passwordHash, sessionId);
      await this.trail.append(tx, chainOf(caller), { action: 'password.changed', by, targets: [personId], details: {} });
    });
  }
}
