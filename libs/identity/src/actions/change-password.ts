import { Refusal } from '@inkproof/contract';
import type { PersonCaller } from '../model/caller.js';
import type { SessionStore } from '../store/session-store.js';
import { hashPassword, isPassword } from './password.js';
import type { SignInThrottle } from './sign-in-throttle.js';

/** Changes one's own password and ends every other session of one's own. Guessing the current one is throttled like a sign-in. */
export class ChangePassword {
  constructor(
    private readonly store: SessionStore,
    private readonly throttle: SignInThrottle,
  ) {}

  async for({ personId, sessionId }: PersonCaller, { current, next }: { current: string; next: string }): Promise<void> {
    await this.throttle.admit(personId, sessionId);
    if (!(await isPassword(await this.store.passwordHashOf(personId), current))) throw new Refusal('password.wrong');
    await this.throttle.forget(personId, sessionId);
    await this.store.changePassword(personId, await hashPassword(next), sessionId);
  }
}
