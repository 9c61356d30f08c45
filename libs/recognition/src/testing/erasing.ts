import { SealStore, Seals, SigningKey, Trail } from '@inkproof/audit';
import { DAY_MS, type Clock, type Ids } from '@inkproof/kernel';
import { ReplaceTenantKey, type Database, type Drawers, type ObjectStore, type TenantKeys, type TwoPlaces } from '@inkproof/platform';
import { AskDeletion, blobsLeftIn, CarryOut, CertificateStore, Certify, DeletionStore, Erase, EraseOne, EraseTenantKey, Holds, HoldStore, OpenDeletion, RuleStore, SweepExpired, SweepStore } from '@inkproof/retention';
import { TellErasable } from '../actions/tell-erasable.js';

/** Retention, told of recognitions and jobs, as a node puts it together. */
export class Erasing {
  readonly trail = new Trail();
  readonly key = new SigningKey([Buffer.alloc(32, 9)]);
  readonly rules = new RuleStore();
  readonly holds = new Holds(new HoldStore());
  readonly deletions = new DeletionStore();
  readonly certificates = new CertificateStore();
  readonly erase: Erase;
  readonly open: OpenDeletion;
  readonly certify: Certify;
  readonly one: EraseOne;
  readonly ask: AskDeletion;
  readonly carryOut: CarryOut;
  readonly sweep: SweepExpired;

  constructor(database: Database, { objects, places, keys, drawers }: { objects: ObjectStore; places: Pick<TwoPlaces, 'remove' | 'exists'>; keys: TenantKeys; drawers: Drawers }, ids: Ids, clock: Clock) {
    const { trail, deletions } = this;
    this.erase = new Erase(this.rules, this.holds, deletions, trail, clock);
    new TellErasable(this.erase, database, objects, drawers, clock);
    this.open = new OpenDeletion(deletions, ids, clock);
    this.certify = new Certify(database, this.erase, deletions, this.certificates, blobsLeftIn(places), new Seals(database, new SealStore(), this.key), this.key, trail, ids, clock, 35 * DAY_MS);
    this.one = new EraseOne(database, this.erase, deletions, this.open, this.certify);
    this.ask = new AskDeletion(database, this.erase, deletions, trail, ids, clock);
    this.carryOut = new CarryOut(database, this.erase, deletions, new EraseTenantKey(database, this.erase, keys, drawers, new ReplaceTenantKey(database, keys)), this.certify, clock);
    this.sweep = new SweepExpired(database, this.erase, this.open, this.certify, new SweepStore(database), ids, clock);
  }
}
