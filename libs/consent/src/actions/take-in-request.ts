import type { Actor, Trail } from '@inkproof/audit';
import { type NewSubjectRequest, Refusal, type RequestState } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { runIn, type Statement, type Tx } from '@inkproof/platform';
import { subjectHashOf, type Holds } from '@inkproof/retention';
import { afterDays, lapsesAt, nextLook } from '../model/request-clock.js';
import type { RequestStore } from '../store/request-store.js';
import type { RequestDesks } from './request-desks.js';
import type { RequestMail } from './request-mail.js';
import type { SealedWords } from './sealed-words.js';
import type { TellPrograms } from './tell-programs.js';

/** What a person said of themselves, as it is sealed. */
export interface Person {
  name: string | null;
  about: string | null;
  email: string | null;
  words: string;
}

/** A request whose words are sealed, ready to be written down. */
export interface LaidRequest {
  id: Id<'dsr'>;
  asked: NewSubjectRequest;
  receivedAt: Date;
  row: Statement;
  sealed: Uint8Array<ArrayBuffer>;
}

interface How {
  source: 'form' | 'tenant' | 'forwarded';
  by: Actor;
}

/** Writes down what a person asks, in the transaction of whoever brings it. */
export class TakeInRequest {
  constructor(
    private readonly store: RequestStore,
    private readonly desks: RequestDesks,
    private readonly words: SealedWords,
    private readonly mail: RequestMail,
    private readonly programs: TellPrograms,
    private readonly holds: Holds,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {}

  /** Before the transaction, which would ask for the drawer on a second connection. */
  async lay(tenantId: Id<'ten'>, asked: NewSubjectRequest): Promise<LaidRequest> {
    const now = this.clock.now();
    const receivedAt = asked.received_at === undefined ? now : new Date(asked.received_at);
    if (receivedAt > now) throw new Refusal('request.invalid', 'received_at lies ahead', { errors: [{ field: 'received_at', message: 'lies ahead' }] });
    const id = this.ids.next('dsr');
    const person: Person = { name: asked.name ?? null, about: asked.about ?? null, email: asked.email ?? null, words: asked.words };
    return { id, asked, receivedAt, ...(await this.words.begin(tenantId, id, person)) };
  }

  async in(tx: Tx, tenantId: Id<'ten'>, { id, asked, receivedAt, row, sealed }: LaidRequest, { source, by }: How): Promise<Id<'dsr'>> {
    const now = this.clock.now();
    // From then on the request holds what the person granted.
    if (asked.subject !== undefined) await this.holds.freeze(tx, tenantId);
    const { answerDays } = await this.desks.in(tx, tenantId);
    const dueAt = afterDays(receivedAt, answerDays);
    const { kind, relation, language, email } = asked;
    const state: RequestState = source === 'tenant' ? 'confirmed' : 'received';
    await runIn(tx)(row);
    await this.store.add(tx, {
      id, tenantId, kind, relation, source, language, state, receivedAt, dueAt,
      sealed,
      subjectHash: asked.subject === undefined ? null : subjectHashOf(this.pepper, tenantId, asked.subject),
      createdAt: now,
      createdBy: by.id,
      nextLookAt: state === 'received' ? lapsesAt(now) : nextLook({ receivedAt, dueAt }, [], now),
    });
    const isForwarded = source === 'forwarded';
    await this.store.tell(tx, { id: this.ids.next('dse'), tenantId, requestId: id, at: now, kind: isForwarded ? 'forwarded' : 'received', side: source === 'form' ? 'person' : isForwarded ? 'provider' : 'tenant', by: source === 'form' ? null : by.id });
    if (email !== undefined) await this.mail.confirm(tx, { id, tenantId, kind, language, dueAt }, email, now);
    if (isForwarded) await this.mail.clock(tx, { id, tenantId, kind, dueAt }, 'forwarded', now);
    // What came by the form may be anybody's until its address is confirmed.
    if (source !== 'form') await this.programs.request(tx, tenantId, 'received', { id, kind, state, dueAt });
    const details = { kind, due_at: dueAt.toISOString() };
    if (isForwarded) await this.trail.appendToBoth(tx, tenantId, { action: 'subject_request.forwarded', by, targets: [id, tenantId], details });
    else await this.trail.append(tx, tenantId, { action: 'subject_request.received', by, targets: [id], details: { ...details, source } });
    return id;
  }
}
