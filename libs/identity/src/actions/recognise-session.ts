import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { FoundSession, SessionStore } from '../store/session-store.js';
import { keyedHash } from './secret-hash.js';
import { SESSION_MS } from './sign-in.js';

/** A session slides forward when it is used, but is not written at every call. */
const SLIDE_AFTER_MS = 5 * 60 * 1_000;

/** Tells whose session a token opens, or refuses: session.expired. */
export class RecogniseSession {
  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  async presented(token: string): Promise<FoundSession> {
    const session = await this.store.find(keyedHash(this.secret, token));
    const now = this.clock.now().getTime();
    if (!session || session.expiresAt.getTime() <= now || !(session.tenant || session.staff)) throw new Refusal('session.expired', 'The session has ended. Sign in again.');
    if (session.expiresAt.getTime() < now + SESSION_MS - SLIDE_AFTER_MS) {
      session.expiresAt = new Date(now + SESSION_MS);
      await this.store.extend(session.personId, session.id, session.expiresAt);
    }
    return session;
  }
}
