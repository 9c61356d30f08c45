import { Module } from '@nestjs/common';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, wire } from '@inkproof/platform';
import { Announce } from './actions/announce.js';
import { DeliveryStore } from './store/delivery-store.js';
import { WebhookStore } from './store/webhook-store.js';

/** For every domain that has something to tell a tenant's programs. */
@Module({
  providers: [
    { provide: WebhookStore, inject: [Database, Config], useFactory: (database: Database, config: Config) => new WebhookStore(database, config.secrets.masterKey) },
    wire(DeliveryStore, Database),
    wire(Announce, DeliveryStore, Ids, Clock),
  ],
  exports: [Announce, WebhookStore, DeliveryStore],
})
export class AnnounceModule {}
