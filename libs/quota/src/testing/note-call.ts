import type { Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { CallHead } from '../model/ledger-entry.js';
import { PostgresLimiter } from '../store/postgres-limiter.js';

/** Notes a call as admitted at an instant of the spec's choice. */
export const noteCall = async (database: Database, ids: Ids, tenantId: Id<'ten'>, { at, environment, ...head }: CallHead, lastsMs: number): Promise<Id<'use'>> => {
  const id = ids.next('use');
  await new PostgresLimiter(database).note({ tenantId, environment, key: null, pages: 0, inFlight: false, lease: 'lea_0', call: { ...head, id, lastsMs } }, at);
  return id;
};
