import type { Actor } from '@inkproof/audit';
import { Refusal, type RequestState } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { isOpen } from '../model/request-life.js';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { RequestMail } from './request-mail.js';
import type { SealedWords } from './sealed-words.js';
import type { Person } from './take-in-request.js';

export type EventKind = StoredRequest['events'][number]['kind'];
export type Held = Omit<StoredRequest, 'id' | 'tenantId'> & { id: Id<'dsr'>; tenantId: Id<'ten'> };

interface Step {
  kind: EventKind;
  side: 'person' | 'tenant' | 'system';
  by: Actor | null;
  words?: string;
}

/** A request that may still be changed, held while somebody does; and the steps that are written down about it. */
export class OpenRequest {
  constructor(
    private readonly database: Database,
    private readonly store: RequestStore,
    private readonly words: SealedWords,
    private readonly mail: RequestMail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Refuses what is not there, or has ended. `first` is done before the request is held. Answers the request as it is afterwards. */
  change(tenantId: Id<'ten'>, id: Id<'dsr'>, work: (tx: Tx, request: Held, now: Date) => Promise<void>, first?: (tx: Tx) => Promise<void>): Promise<StoredRequest> {
    return this.database.asTenant(tenantId, async (tx) => {
      await first?.(tx);
      const request = (await this.store.hold(tx, tenantId, id)) as Held | undefined;
      // Another tenant's request and none answer alike, or the answer would tell which ids exist.
      if (!request) throw new Refusal('dsr.not_found');
      if (!isOpen(request.state)) throw new Refusal('dsr.ended');
      await work(tx, request, this.clock.now());
      return (await this.store.find(tx, tenantId, id))!;
    });
  }

  async step(tx: Tx, { id: requestId, tenantId }: Pick<Held, 'id' | 'tenantId'>, { kind, side, by, words }: Step): Promise<void> {
    const id = this.ids.next('dse');
    await this.store.tell(tx, { id, tenantId, requestId, at: this.clock.now(), kind, side, by: side === 'tenant' ? (by?.id ?? null) : null, ...(await this.words.seal(tenantId, requestId, id, words)) });
  }

  /** Tells the person, where there is an address, that there is something to read behind their link. */
  async tellPerson(tx: Tx, request: Held, news: RequestState | 'extended'): Promise<void> {
    const open = await this.words.opener(request.tenantId, request.id);
    const email = open<Person>(request.id, request)?.email;
    if (email) await this.mail.news(tx, request, news, email, this.clock.now());
  }
}
