import { Controller, Inject } from '@nestjs/common';
import { api, PINNED_SHOWN, Refusal, type InboxCount, type InboxNotice, type NoticeTopic, type NoticeWish, type NoticeWishes } from '@inkproof/contract';
import { CalledByPerson, type PersonCaller } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { KeepWishes, type Wisher } from '../actions/keep-wishes.js';
import { InboxStore, type Reader } from '../store/inbox-store.js';
import { showInboxNotice, showWishes } from './show-notice.js';

interface Asked {
  cursor?: string;
  limit: number;
  show: 'all' | 'unread';
  topic?: NoticeTopic;
}

const readerOf = (caller: PersonCaller): Reader => ({ tenantId: caller.kind === 'member' ? caller.tenantId : null, personId: caller.personId });
const wisherOf = (caller: PersonCaller): Wisher => ({ personId: caller.personId, member: caller.kind === 'member' ? { tenantId: caller.tenantId, role: caller.role } : null });

/** A person's own notices, and what they want to be told. */
@Controller()
export class InboxController {
  constructor(
    @Inject(InboxStore) private readonly inbox: InboxStore,
    @Inject(KeepWishes) private readonly keepWishes: KeepWishes,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.inbox.list)
  async list(@CalledByPerson() caller: PersonCaller, @Given.query(api.inbox.list.query) { cursor, limit, show, topic }: Asked): Promise<{ items: InboxNotice[]; next_cursor: string | null }> {
    const reader = readerOf(caller);
    const rows = await this.inbox.in(reader, (tx) => this.inbox.list(tx, reader, { below: cursor, size: limit + 1, unread: show === 'unread', topic }));
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map(showInboxNotice), next_cursor: nextCursor };
  }

  @Answers(api.inbox.count)
  async count(@CalledByPerson() caller: PersonCaller): Promise<InboxCount> {
    const reader = readerOf(caller);
    return this.inbox.in(reader, async (tx) => {
      const unread = await this.inbox.unread(tx, reader);
      const pinned = unread ? await this.inbox.pinned(tx, reader, PINNED_SHOWN) : [];
      return { unread, pinned: pinned.map(showInboxNotice) };
    });
  }

  @Answers(api.inbox.read)
  async read(@CalledByPerson() caller: PersonCaller, @Given.params(api.inbox.read.params) { id }: { id: Id<'ndl'> }): Promise<InboxNotice> {
    const reader = readerOf(caller);
    const row = await this.inbox.in(reader, (tx) => this.inbox.read(tx, reader, id, this.clock.now()));
    if (!row) throw new Refusal('notice.not_found');
    return showInboxNotice(row);
  }

  @Answers(api.inbox.wishes)
  async wishes(@CalledByPerson() caller: PersonCaller): Promise<NoticeWishes> {
    return showWishes(await this.keepWishes.look(wisherOf(caller)));
  }

  @Answers(api.inbox.wish)
  async wish(@CalledByPerson() caller: PersonCaller, @Given.body(api.inbox.wish.body) wish: NoticeWish): Promise<NoticeWishes> {
    return showWishes(await this.keepWishes.wish(wisherOf(caller), wish));
  }
}
