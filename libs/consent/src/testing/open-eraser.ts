import { SealStore, Seals, SigningKey } from '@inkproof/audit';
import { LocalBlobs, ObjectStore, ReplaceTenantKey, TwoPlaces, UnlinkBlobs } from '@inkproof/platform';
import { AskDeletion, blobsLeftIn, CarryOut, CertificateStore, Certify, DeletionStore, Erase, EraseOne, EraseTenantKey, Holds, HoldStore, OpenDeletion, RuleStore, SweepExpired, SweepStore } from '@inkproof/retention';
import { specFolder } from '@inkproof/spec-database';
import { TellRetention } from '../actions/tell-retention.js';
import type { ConsentBench } from './consent-bench.js';

/** The one way of erasing, told of authorisations, with a storage of its own. */
export const openEraser = ({ database, clock, ids, trail, keys, drawers }: Pick<ConsentBench, 'database' | 'clock' | 'ids' | 'trail' | 'keys' | 'drawers'>) => {
  const folder = specFolder();
  const blobs = new LocalBlobs(folder);
  const places = new TwoPlaces(blobs, keys.place);
  const objects = new ObjectStore(database, places, keys, ids, clock);
  const [holds, deletions] = [new Holds(new HoldStore()), new DeletionStore()];
  const erase = new Erase(new RuleStore(), holds, deletions, trail, clock);
  new TellRetention(erase, holds, database, objects, ids);
  const open = new OpenDeletion(deletions, ids, clock);
  const key = new SigningKey([Buffer.alloc(32, 9)]);
  const certify = new Certify(database, erase, deletions, new CertificateStore(), blobsLeftIn(places), new Seals(database, new SealStore(), key), key, trail, ids, clock, 0);
  return {
    unlink: new UnlinkBlobs(database, places, clock),
    folder, blobs, places, objects, holds, deletions, erase,
    one: new EraseOne(database, erase, deletions, open, certify),
    deletion: new AskDeletion(database, erase, deletions, trail, ids, clock),
    carryOut: new CarryOut(database, erase, deletions, new EraseTenantKey(database, erase, keys, drawers, new ReplaceTenantKey(database, keys)), certify, clock),
    sweep: new SweepExpired(database, erase, open, certify, new SweepStore(database), ids, clock),
  };
};
