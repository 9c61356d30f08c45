import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { ReportLeak } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { Database, MailStore, SafeFetch, wire } from '@inkproof/platform';
import type { Logger } from 'pino';
import { AnnounceLeak } from './actions/announce-leak.js';
import { Deliver } from './actions/deliver.js';
import { HandOver } from './actions/hand-over.js';
import { KeepWebhooks } from './actions/keep-webhooks.js';
import { KeepWishes } from './actions/keep-wishes.js';
import { OpenMessage } from './actions/open-message.js';
import { AnnounceModule } from './announce.module.js';
import { InboxController } from './http/inbox.controller.js';
import { LedgerController } from './http/ledger.controller.js';
import { NoticeController } from './http/notice.controller.js';
import { SearchController } from './http/search.controller.js';
import { WebhookController } from './http/webhook.controller.js';
import { DeliveryStore } from './store/delivery-store.js';
import { DeliverySearch } from './store/delivery-search.js';
import { InboxStore } from './store/inbox-store.js';
import { LedgerStore } from './store/ledger-store.js';
import { NoticeErasingModule } from './notice-erasing.module.js';
import { spreadingParts } from './spreading-parts.js';
import { ToldStore } from './store/told-store.js';
import { WebhookStore } from './store/webhook-store.js';
import { WishStore } from './store/wish-store.js';

/** Word that reaches people and programs: published in an act, spread and handed over by workers. */
@Module({})
export class NoticeModule {
  /** In an API: people read what they were told, and what happens to keys is announced too. */
  static listening(): DynamicModule {
    return {
      module: NoticeModule,
      imports: [AuditModule, AnnounceModule, NoticeErasingModule],
      controllers: [WebhookController, InboxController, LedgerController, SearchController, NoticeController],
      providers: [wire(InboxStore, Database), wire(WishStore, Database), wire(LedgerStore), wire(DeliverySearch), wire(ToldStore), wire(KeepWishes, Database, WishStore), wire(OpenMessage, Database, LedgerStore, MailStore, Trail), wire(KeepWebhooks, Database, WebhookStore, DeliveryStore, SafeFetch, Trail, Ids, Clock), wire(AnnounceLeak, ReportLeak, DeliveryStore, Ids)],
      exports: [AnnounceModule],
    };
  }

  /** In a worker: notices are spread, and messages are handed over. */
  static delivering(log: Logger): DynamicModule {
    return {
      module: NoticeModule,
      imports: [AuditModule, AnnounceModule, NoticeErasingModule],
      providers: [
        ...spreadingParts(log),
        {
          provide: HandOver,
          inject: [Database, WebhookStore, DeliveryStore, SafeFetch, Trail, Clock],
          useFactory: (database: Database, webhooks: WebhookStore, deliveries: DeliveryStore, fetch: SafeFetch, trail: Trail, clock: Clock) => new HandOver(database, webhooks, deliveries, fetch, trail, clock, Math.random),
        },
        {
          provide: Deliver,
          inject: [WebhookStore, DeliveryStore, HandOver, Clock],
          useFactory: (webhooks: WebhookStore, deliveries: DeliveryStore, handOver: HandOver, clock: Clock) => new Deliver(webhooks, deliveries, handOver, clock, log),
        },
      ],
      exports: [AnnounceModule],
    };
  }
}
