import { Global, Module } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { Approvals } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, wire } from '@inkproof/platform';
import { Holds } from './actions/holds.js';
import { LengthenPeriod } from './actions/lengthen-period.js';
import { LiftHold } from './actions/lift-hold.js';
import { PlaceHold } from './actions/place-hold.js';
import { HoldController } from './http/hold.controller.js';
import { RetentionController } from './http/retention.controller.js';
import { HoldStore } from './store/hold-store.js';
import { RuleStore } from './store/rule-store.js';

/** What every node needs of retention: periods, holds, and the one way of erasing. Domains tell it what they keep and what they hold. */
@Global()
@Module({
  providers: [wire(RuleStore), wire(HoldStore), wire(Holds, HoldStore)],
  exports: [RuleStore, HoldStore, Holds],
})
export class RetentionModule {}

/** What an API node adds: policies and holds over HTTP. */
@Module({
  imports: [RetentionModule],
  controllers: [RetentionController, HoldController],
  providers: [
    wire(LengthenPeriod, Database, RuleStore, Trail, Ids, Clock),
    wire(LiftHold, Database, Approvals, Trail, Clock),
    {
      provide: PlaceHold,
      inject: [Database, Holds, HoldStore, Trail, Ids, Clock, Config],
      useFactory: (database: Database, holds: Holds, store: HoldStore, trail: Trail, ids: Ids, clock: Clock, { secrets }: Config) => new PlaceHold(database, holds, store, trail, ids, clock, secrets.keyPepper),
    },
  ],
})
export class RetentionApiModule {}
