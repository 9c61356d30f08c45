import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, Seals, SealStore, SigningKey, Trail } from '@inkproof/audit';
import { Approvals } from '@inkproof/identity';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, Drawers, ReplaceTenantKey, TenantKeys, TwoPlaces, wire } from '@inkproof/platform';
import type { Logger } from 'pino';
import { AskDeletion } from './actions/ask-deletion.js';
import { blobsLeftIn } from './actions/blobs-left.js';
import { CarryOut } from './actions/carry-out.js';
import { Certify } from './actions/certify.js';
import { CertifyDisposal } from './actions/certify-disposal.js';
import { EnterDisposal } from './actions/enter-disposal.js';
import { EraseOne } from './actions/erase-one.js';
import { EraseTenantKey } from './actions/erase-tenant-key.js';
import { Erase } from './actions/erase.js';
import { Holds } from './actions/holds.js';
import { KeepErasing } from './actions/keep-erasing.js';
import { LengthenPeriod } from './actions/lengthen-period.js';
import { LiftHold } from './actions/lift-hold.js';
import { OpenDeletion } from './actions/open-deletion.js';
import { OpenEvidence } from './actions/open-evidence.js';
import { PlaceHold } from './actions/place-hold.js';
import { SweepExpired } from './actions/sweep-expired.js';
import { DeletionController } from './http/deletion.controller.js';
import { DisposalController } from './http/disposal.controller.js';
import { HoldController } from './http/hold.controller.js';
import { RetentionController } from './http/retention.controller.js';
import { SweepController } from './http/sweep.controller.js';
import { CertificateStore } from './store/certificate-store.js';
import { DeletionStore } from './store/deletion-store.js';
import { DisposalStore } from './store/disposal-store.js';
import { HoldStore } from './store/hold-store.js';
import { RuleStore } from './store/rule-store.js';
import { SweepStore } from './store/sweep-store.js';

/** What every node needs of retention: periods, holds, and the one way of erasing. Domains tell it what they keep and what they hold. */
@Global()
@Module({})
export class RetentionModule {
  static with(log: Logger): DynamicModule {
    return {
      module: RetentionModule,
      imports: [AuditModule],
      providers: [
        wire(RuleStore),
        wire(HoldStore),
        wire(DeletionStore),
        wire(CertificateStore),
        wire(SweepStore, Database),
        wire(Holds, HoldStore),
        wire(Erase, RuleStore, Holds, DeletionStore, Trail, Clock),
        wire(OpenDeletion, DeletionStore, Ids, Clock),
        {
          provide: Certify,
          inject: [Database, Erase, DeletionStore, CertificateStore, TwoPlaces, Seals, SigningKey, Trail, Ids, Clock, Config],
          useFactory: (database: Database, erase: Erase, deletions: DeletionStore, certificates: CertificateStore, places: TwoPlaces, seals: Seals, key: SigningKey, trail: Trail, ids: Ids, clock: Clock, { backupsKeptMs }: Config) =>
            new Certify(database, erase, deletions, certificates, blobsLeftIn(places), seals, key, trail, ids, clock, backupsKeptMs),
        },
        wire(EraseOne, Database, Erase, DeletionStore, OpenDeletion, Certify),
        wire(AskDeletion, Database, Erase, DeletionStore, Trail, Ids, Clock),
        wire(EraseTenantKey, Database, Erase, TenantKeys, Drawers, ReplaceTenantKey),
        wire(CarryOut, Database, Erase, DeletionStore, EraseTenantKey, Certify, Clock),
        wire(SweepExpired, Database, Erase, OpenDeletion, Certify, SweepStore, Ids, Clock),
        { provide: KeepErasing, inject: [CarryOut, SweepExpired], useFactory: (carryOut: CarryOut, sweep: SweepExpired) => new KeepErasing(carryOut, sweep, log) },
      ],
      exports: [RuleStore, HoldStore, DeletionStore, CertificateStore, SweepStore, Holds, Erase, OpenDeletion, Certify, EraseOne, AskDeletion, CarryOut, SweepExpired],
    };
  }
}

/** What an API node adds: policies, holds and deletions over HTTP. */
@Module({})
export class RetentionApiModule {
  static with(log: Logger): DynamicModule {
    return {
      module: RetentionApiModule,
      imports: [RetentionModule.with(log)],
      controllers: [RetentionController, HoldController, SweepController, DeletionController, DisposalController],
      providers: [
        wire(LengthenPeriod, Database, RuleStore, Trail, Ids, Clock),
        wire(LiftHold, Database, Approvals, Trail, Clock),
        wire(DisposalStore),
        wire(CertifyDisposal, DisposalStore, Approvals, SealStore, SigningKey, Trail, Ids, Clock),
        wire(EnterDisposal, Database, DisposalStore, Approvals, Trail, Ids, Clock, Drawers),
        wire(OpenEvidence, Database, DisposalStore, Drawers),
        {
          provide: PlaceHold,
          inject: [Database, Holds, HoldStore, Trail, Ids, Clock, Config],
          useFactory: (database: Database, holds: Holds, store: HoldStore, trail: Trail, ids: Ids, clock: Clock, { secrets }: Config) => new PlaceHold(database, holds, store, trail, ids, clock, secrets.keyPepper),
        },
      ],
    };
  }
}
