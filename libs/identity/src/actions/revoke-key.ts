import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { ApiKey } from '../model/api-key.js';
import type { KeyStore } from '../store/key-store.js';

/** Revokes a key for good. No node keeps keys in memory, so the next call with it is refused wherever it arrives, and a stream that it opened ends. */
export class RevokeKey {
  constructor(
    private readonly database: Database,
    private readonly store: KeyStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, id: Id<'key'>, by: Actor): Promise<ApiKey> {
    return this.database.asTenant(tenantId, async (tx) => {
      if (await this.store.revoke(tx, tenantId, id, this.clock.now())) await this.trail.append(tx, tenantId, { action: 'key.revoked', by, targets: [id], details: {} });
      const key = await this.store.read(tx, tenantId, id);
      // Another tenant's key and no key answer alike, or the answer would tell which ids exist.
      if (!key) throw new Refusal('key.not_found');
      return key;
    });
  }
}
