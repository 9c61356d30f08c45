import { Controller, Inject } from '@nestjs/common';
import { api, type FoundDelivery, type NoticeRecipient } from '@inkproof/contract';
import { pageOf } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { DeliverySearch, type DeliverySearched } from '../store/delivery-search.js';
import { momentsOf, type AskedDays } from './asked-days.js';
import { showFound } from './show-ledger.js';

type Asked = Omit<DeliverySearched, 'from' | 'before' | 'below' | 'size'> & AskedDays & { cursor?: string; limit: number };

/** The ledger across all notices, for the staff. */
@Controller()
export class SearchController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DeliverySearch) private readonly deliveries: DeliverySearch,
  ) {}

  @Answers(api.adminNotices.search)
  async search(@Given.query(api.adminNotices.search.query) { cursor, limit, from, to, ...asked }: Asked): Promise<{ items: FoundDelivery[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.asProvider((tx) => this.deliveries.find(tx, { ...asked, ...momentsOf({ from, to }), below: cursor, size: limit + 1 })), limit);
    return { items: items.map(showFound), next_cursor: nextCursor };
  }

  @Answers(api.adminNotices.recipient)
  async recipient(@Given.body(api.adminNotices.recipient.body) { email }: { email: string }): Promise<{ items: NoticeRecipient[] }> {
    const found = await this.database.asProvider((tx) => this.deliveries.recipient(tx, email));
    return { items: found ? [found] : [] };
  }
}
