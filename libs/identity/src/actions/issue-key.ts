import { randomBytes } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { hintOf, mintSecret, openTerms, SECRET_RANDOM_BYTES, type ApiKey, type Environment, type KeyTerms } from '../model/api-key.js';
import type { KeyStore } from '../store/key-store.js';
import { checkTerms } from './check-key-terms.js';
import { keyedHash } from './secret-hash.js';

export type NewKey = Pick<KeyTerms, 'label'> & Partial<KeyTerms> & { environment: Environment };

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

  for(tenantId: Id<'ten'>, asked: NewKey, by: Actor): Promise<{ key: ApiKey; secret: string }> {
    return this.database.asTenant(tenantId, async (tx) => {
      const terms = checkTerms({ ...openTerms, ...asked }, { now: this.clock.now(), tenantQuota: await this.store.tenantQuota(tx, tenantId) });
      const issued = await this.mint(tx, tenantId, terms);
      const { label, environment, retention, scopes, purpose, allowedAddresses, expiresAt, requestsPerSecond } = terms;
      const details = { label, environment, retention, scopes, purpose, allowed_addresses: allowedAddresses, expires_at: expiresAt?.toISOString() ?? null, requests_per_second: requestsPerSecond };
      await this.trail.append(tx, tenantId, { action: 'key.issued', by, targets: [issued.key.id], details });
      return issued;
    });
  }

  /** A key and nothing else, for a larger act that says in the log what it was. */
  async mint(tx: Tx, tenantId: Id<'ten'>, terms: KeyTerms & { environment: Environment }): Promise<{ key: ApiKey; secret: string }> {
    const secret = mintSecret(terms.environment, randomBytes(SECRET_RANDOM_BYTES));
    const key: ApiKey = {
      id: this.ids.next('key'),
      ...terms,
      hint: hintOf(secret),
      createdAt: this.clock.now(),
      lastUsedAt: null,
      lastUsedFrom: null,
      lastUsedFor: null,
      retiresAt: null,
      successorId: null,
      revokedAt: null,
      revokedBecause: null,
    };
    await this.store.add(tx, tenantId, key, keyedHash(this.pepper, secret));
    return { key, secret };
  }
}
