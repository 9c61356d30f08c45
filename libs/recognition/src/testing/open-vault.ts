import type { Clock, Ids } from '@inkproof/kernel';
import { LocalBlobs, ObjectStore, TenantKeys, type Database } from '@inkproof/platform';
import { specFolder } from '@inkproof/spec-database';

/** Objects of one spec, in a folder of their own. */
export const openVault = (database: Database, masterKey: Uint8Array, ids: Ids, clock: Clock): ObjectStore => new ObjectStore(database, new LocalBlobs(specFolder()), new TenantKeys(database, masterKey, clock), ids, clock);
