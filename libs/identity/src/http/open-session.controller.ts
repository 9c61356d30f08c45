import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type OpenSession as ShownSession } from '@inkproof/contract';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { RevokeSessions } from '../actions/revoke-sessions.js';
import type { PersonCaller } from '../model/caller.js';
import { SessionStore, type ListedSession } from '../store/session-store.js';
import { ActingBy, CalledByPerson } from './called-by.js';

const show = ({ createdAt, seenAt, expiresAt, ...session }: ListedSession, current: string): ShownSession => ({
  ...session,
  created_at: createdAt.toISOString(),
  seen_at: seenAt.toISOString(),
  expires_at: expiresAt.toISOString(),
  current: session.id === current,
});

@Controller()
export class OpenSessionController {
  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(RevokeSessions) private readonly revokeSessions: RevokeSessions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.sessions.list)
  async list(@CalledByPerson() { personId, sessionId }: PersonCaller): Promise<{ items: ShownSession[] }> {
    return { items: (await this.sessions.list(personId, this.clock.now())).map((session) => show(session, sessionId)) };
  }

  @Answers(api.sessions.revoke)
  revoke(@CalledByPerson() caller: PersonCaller, @Given.params(api.sessions.revoke.params) { id }: { id: Id<'ses'> }, @ActingBy() by: Actor): Promise<void> {
    return this.revokeSessions.one(caller, id, by);
  }

  @Answers(api.sessions.revokeOthers)
  revokeOthers(@CalledByPerson() caller: PersonCaller, @ActingBy() by: Actor): Promise<void> {
    return this.revokeSessions.others(caller, by);
  }
}
