import { randomBytes } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { hintOf, mintSecret, SECRET_RANDOM_BYTES, type ApiKey, type Environment, type Retention } from '../model/api-key.js';
import type { KeyStore } from '../store/key-store.js';
import { keyedHash } from './secret-hash.js';

/** Issues an API key. The secret is in the answer and nowhere else: what is stored is its keyed hash. */
export class IssueKey {
  constructor(
    private readonly database: Database,
    private readonly store: KeyStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {}

  async for(tenantId: Id<'ten'>, asked: { label: string; environment: Environment; retention: Retention }, by: Actor): Promise<{ key: ApiKey; secret: string }> {
    const secret = mintSecret(asked.environment, randomBytes(SECRET_RANDOM_BYTES));
    const key: ApiKey = { id: this.ids.next('key'), ...asked, hint: hintOf(secret), createdAt: this.clock.now(), lastUsedAt: null, revokedAt: null };
    await this.database.asTenant(tenantId, async (tx) => {
      await this.store.add(tx, tenantId, key, keyedHash(this.pepper, secret));
      await this.trail.append(tx, tenantId, { action: 'key.issued', by, targets: [key.id], details: asked });
    });
    return { key, secret };
  }
}
