import type { NoticeKind, NoticeWish, PersonalChannel } from '@inkproof/contract';
import type { Database } from '@inkproof/platform';
import type { Wishes } from '../model/channels.js';

/** What people want to be told, each their own. */
export class WishStore {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<Map<NoticeKind, Wishes>> {
    const rows = await this.database.asPerson(personId, (tx) => tx.noticeWish.findMany({ where: { personId } }));
    const wishes = new Map<NoticeKind, Wishes>();
    for (const { kind, channel, wanted } of rows) wishes.set(kind as NoticeKind, { ...wishes.get(kind as NoticeKind), [channel as PersonalChannel]: wanted });
    return wishes;
  }

  async write(personId: string, { kind, channel, wanted }: NoticeWish): Promise<void> {
    await this.database.asPerson(personId, (tx) => tx.noticeWish.upsert({ where: { personId_kind_channel: { personId, kind, channel } }, create: { personId, kind, channel, wanted }, update: { wanted } }));
  }
}
