import { once } from 'node:events';
import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type DeliveryState, type NoticeChannel, type NoticeDelivery, type NoticeMessage, type PublishedNotice } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { OpenMessage } from '../actions/open-message.js';
import { deliveriesCsvHead, deliveriesCsvRows } from '../model/deliveries-csv.js';
import { LedgerStore, type NoticesAsked } from '../store/ledger-store.js';
import { momentsOf, type AskedDays } from './asked-days.js';
import { showDelivery, showPublished } from './show-ledger.js';

interface NoticeId {
  id: Id<'ntc'>;
}

type ListAsked = Omit<NoticesAsked, 'from' | 'before' | 'below' | 'size'> & AskedDays & { cursor?: string; limit: number };

interface Asked {
  cursor?: string;
  limit: number;
  state?: DeliveryState;
  channel?: NoticeChannel;
  tenant?: Id<'ten'>;
  unreached?: 'true';
  format: 'json' | 'csv';
}

const CSV_AT_ONCE = 1_000;

/** What was published and what became of it, for the staff. */
@Controller()
export class LedgerController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LedgerStore) private readonly ledger: LedgerStore,
    @Inject(OpenMessage) private readonly openMessage: OpenMessage,
  ) {}

  @Answers(api.adminNotices.list)
  async list(@Given.query(api.adminNotices.list.query) { cursor, limit, from, to, ...asked }: ListAsked): Promise<{ items: PublishedNotice[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.asProvider((tx) => this.ledger.list(tx, { ...asked, ...momentsOf({ from, to }), below: cursor, size: limit + 1 })), limit);
    return { items: items.map(showPublished), next_cursor: nextCursor };
  }

  @Answers(api.adminNotices.find)
  async find(@Given.params(api.adminNotices.find.params) { id }: NoticeId): Promise<PublishedNotice> {
    const notice = await this.database.asProvider((tx) => this.ledger.find(tx, id));
    if (!notice) throw new Refusal('notice.not_found');
    return showPublished(notice);
  }

  @Answers(api.adminNotices.deliveries)
  async deliveries(@Given.params(api.adminNotices.deliveries.params) { id }: NoticeId, @Given.query(api.adminNotices.deliveries.query) asked: Asked, @Res() response: Response): Promise<void> {
    await this.find({ id });
    if (asked.format === 'csv') return this.#sendCsv(id, asked, response);
    const { items, nextCursor } = pageOf(await this.#rows(id, asked, asked.cursor, asked.limit + 1), asked.limit);
    response.json({ items, next_cursor: nextCursor });
  }

  @Answers(api.adminNotices.message)
  async message(@Given.params(api.adminNotices.message.params) { id }: { id: Id<'ndl'> }, @ActingBy() by: Actor): Promise<NoticeMessage> {
    const { bytes, sha256 } = await this.openMessage.of(id, by);
    return { name: `inkproof-${id}.eml`, media_type: 'message/rfc822', sha256, base64: bytes.toString('base64') };
  }

  async #rows(id: string, { state, channel, tenant, unreached }: Asked, below: string | undefined, size: number): Promise<NoticeDelivery[]> {
    const rows = await this.database.asProvider((tx) => this.ledger.deliveries(tx, id, { state, channel, tenant, unreached: unreached === 'true', below, size }));
    return rows.map(showDelivery);
  }

  /** Written as it is read: a notice to everybody does not fit into memory. */
  async #sendCsv(id: string, asked: Asked, response: Response): Promise<void> {
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="inkproof-deliveries-${id}.csv"` });
    response.write(deliveriesCsvHead);
    for (let below: string | undefined, more = true; more && !response.destroyed; ) {
      const rows = await this.#rows(id, asked, below, CSV_AT_ONCE);
      if (!response.write(deliveriesCsvRows(rows))) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      below = rows.at(-1)?.id;
      more = rows.length === CSV_AT_ONCE;
    }
    response.end();
  }
}
