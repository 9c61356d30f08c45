import type { Clock, Ids } from '@inkproof/kernel';
import { LocalBlobs, ObjectStore, TenantKeys, type Blobs, type Database } from '@inkproof/platform';
import { specFolder } from '@inkproof/spec-database';

/** Objects of one spec, in a folder of their own. */
export const openVault = (database: Database, masterKey: Uint8Array, ids: Ids, clock: Clock, blobs: Blobs = new LocalBlobs(specFolder())): ObjectStore => new ObjectStore(database, blobs, new TenantKeys(database, masterKey, clock), ids, clock);

/** The same with where their bytes lie. */
export const openStorage = (database: Database, masterKey: Uint8Array, ids: Ids, clock: Clock): { objects: ObjectStore; blobs: Blobs } => {
  const blobs = new LocalBlobs(specFolder());
  return { objects: openVault(database, masterKey, ids, clock, blobs), blobs };
};
