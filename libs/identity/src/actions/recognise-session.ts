import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import { endOf } from '../model/session-law.js';
import type { FoundSession, SessionStore } from '../store/session-store.js';
import { keyedHash } from './secret-hash.js';

/** When a session was used is noted at most so often; with it, it slides forward. */
const NOTED_EVERY_MS = 60_000;

/** Tells whose session a token opens, or refuses: session.expired. */
export class RecogniseSession {
  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  async presented(token: string, from: string): Promise<FoundSession> {
    const session = await this.stillPresented(token);
    const now = this.clock.now();
    if (now.getTime() - session.seenAt.getTime() < NOTED_EVERY_MS) return session;
    const used = { seenAt: now, expiresAt: endOf(session.createdAt, now) };
    await this.store.touch(session.personId, session.id, { ...used, address: from });
    return { ...session, ...used };
  }

  /** The same while a call lasts, by which no session slides forward: to listen on is not to use. */
  async stillPresented(token: string): Promise<FoundSession> {
    const session = await this.store.find(keyedHash(this.secret, token));
    if (!session || session.expiresAt <= this.clock.now() || !(session.tenant || session.staff)) throw new Refusal('session.expired', 'The session has ended. Sign in again.');
    return session;
  }
}
