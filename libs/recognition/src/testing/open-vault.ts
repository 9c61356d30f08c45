import type { Clock, Ids } from '@inkproof/kernel';
import { Drawers, LocalBlobs, ObjectStore, TenantKeys, TwoPlaces, type Database } from '@inkproof/platform';
import { specFolder } from '@inkproof/spec-database';

/** Objects of one spec, in folders of their own. */
export const openVault = (database: Database, masterKey: Uint8Array, ids: Ids, clock: Clock): ObjectStore => openStorage(database, masterKey, ids, clock).objects;

/** The same with where their bytes and keys lie. */
export const openStorage = (database: Database, masterKey: Uint8Array, ids: Ids, clock: Clock, places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(specFolder()))): { objects: ObjectStore; places: TwoPlaces; keys: TenantKeys; drawers: Drawers } => {
  const keys = new TenantKeys(database, places.keys, masterKey, ids, clock);
  return { objects: new ObjectStore(database, places, keys, ids, clock), places, keys, drawers: new Drawers(database, keys, ids, clock) };
};
