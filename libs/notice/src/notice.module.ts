import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { ReportLeak } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, SafeFetch, wire } from '@inkproof/platform';
import type { Logger } from 'pino';
import { AnnounceLeak } from './actions/announce-leak.js';
import { Announce } from './actions/announce.js';
import { Deliver } from './actions/deliver.js';
import { HandOver } from './actions/hand-over.js';
import { KeepWebhooks } from './actions/keep-webhooks.js';
import { WebhookController } from './http/webhook.controller.js';
import { DeliveryStore } from './store/delivery-store.js';
import { WebhookStore } from './store/webhook-store.js';

@Module({})
export class NoticeModule {
  /** What every process needs: webhooks kept and events announced. */
  static announcing(): DynamicModule {
    return {
      module: NoticeModule,
      imports: [AuditModule],
      controllers: [WebhookController],
      providers: [
        { provide: WebhookStore, inject: [Database, Config], useFactory: (database: Database, config: Config) => new WebhookStore(database, config.secrets.masterKey) },
        wire(DeliveryStore, Database),
        wire(Announce, DeliveryStore, Ids, Clock),
        wire(KeepWebhooks, Database, WebhookStore, DeliveryStore, SafeFetch, Trail, Ids, Clock),
      ],
      exports: [Announce],
    };
  }

  /** In an API: what happens to keys is announced too. */
  static listening(): DynamicModule {
    const { providers = [], ...rest } = NoticeModule.announcing();
    return { ...rest, providers: [...providers, wire(AnnounceLeak, ReportLeak, DeliveryStore, Ids)] };
  }

  /** In a worker: the messages are handed over here too. */
  static delivering(log: Logger): DynamicModule {
    const { providers = [], ...rest } = NoticeModule.announcing();
    return {
      ...rest,
      providers: [
        ...providers,
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
    };
  }
}
