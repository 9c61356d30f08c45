import { Module } from '@nestjs/common';
import { Clock, Ids } from '@inkproof/kernel';
import { Database, Drawers, wire } from '@inkproof/platform';
import { Announce } from './actions/announce.js';
import { ForeseeNotice } from './actions/foresee-notice.js';
import { Notices } from './actions/notices.js';
import { DeliveryStore } from './store/delivery-store.js';
import { ForesightStore } from './store/foresight-store.js';
import { NoticeStore } from './store/notice-store.js';
import { SpreadStore } from './store/spread-store.js';
import { WebhookStore } from './store/webhook-store.js';

/** For every domain that has something to tell: to a tenant's programs, and to all whom a notice concerns. */
@Module({
  providers: [
    wire(WebhookStore, Database, Drawers),
    wire(DeliveryStore, Database),
    wire(Announce, DeliveryStore, Ids, Clock),
    wire(NoticeStore),
    wire(Notices, NoticeStore, Ids, Clock),
    wire(SpreadStore, Database),
    wire(ForesightStore),
    wire(ForeseeNotice, ForesightStore, SpreadStore),
  ],
  exports: [Announce, Notices, ForeseeNotice, NoticeStore, WebhookStore, DeliveryStore],
})
export class AnnounceModule {}
