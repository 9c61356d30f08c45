import { Controller, Inject } from '@nestjs/common';
import { api, Refusal, type Notice, type NoticeFeed, type NoticeTopic } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { ToldStore } from '../store/told-store.js';
import { showTold } from './show-notice.js';

interface Asked {
  after?: Id<'ntc'>;
  limit: number;
  topic?: NoticeTopic;
}

/** What a tenant was told, for its programs. */
@Controller()
export class NoticeController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ToldStore) private readonly told: ToldStore,
  ) {}

  @Answers(api.notices.list)
  list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.notices.list.query) { after, limit, topic }: Asked): Promise<NoticeFeed> {
    return this.database.asTenant(tenantId, async (tx) => {
      const above = after === undefined ? 0n : await this.told.numberOf(tx, tenantId, after);
      if (above === undefined) throw new Refusal('notice.not_found');
      const rows = await this.told.list(tx, tenantId, { above, topic, size: limit + 1 });
      const items = rows.slice(0, limit).map(showTold);
      return { items, next_after: items.at(-1)?.id ?? after ?? null, more: rows.length > limit };
    });
  }

  @Answers(api.notices.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.notices.find.params) { id }: { id: Id<'ntc'> }): Promise<Notice> {
    const row = await this.database.asTenant(tenantId, (tx) => this.told.find(tx, tenantId, id));
    if (!row) throw new Refusal('notice.not_found');
    return showTold(row);
  }
}
