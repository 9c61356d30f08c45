import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { ApiKey } from '../model/api-key.js';
import type { KeyStore } from '../store/key-store.js';

/** Revokes a key for good. No node keeps keys in memory, so the next call with it is refused wherever it arrives. */
export class RevokeKey {
  constructor(
    private readonly store: KeyStore,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, id: Id<'key'>): Promise<ApiKey> {
    const key = await this.store.revoke(tenantId, id, this.clock.now());
    // Another tenant's key and no key answer alike, or the answer would tell which ids exist.
    if (!key) throw new Refusal('key.not_found');
    return key;
  }
}
