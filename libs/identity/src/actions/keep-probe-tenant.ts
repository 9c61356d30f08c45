import { hkdfSync } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { PROBE_TENANT } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { hintOf, mintSecret, openTerms, SECRET_RANDOM_BYTES, type KeyTerms } from '../model/api-key.js';
import { keyedHash } from './secret-hash.js';

const by: Actor = { kind: 'system', id: 'probe', requestId: null };
const terms: KeyTerms = { ...openTerms, label: 'probe', scopes: ['tickets', 'recognise'] };
const environment = 'test';
const REQUESTS_PER_SECOND = 2;

/**
 * The tenant as which our probes call, and its key. The secret follows from the pepper, so that every node has the same and
 * nothing has to hold it; it is a test key, whose pages cost nothing.
 */
export class KeepProbeTenant {
  readonly #secret: string;
  #standing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {
    this.#secret = mintSecret(environment, new Uint8Array(hkdfSync('sha256', pepper, '', 'inkproof:probe', SECRET_RANDOM_BYTES)));
  }

  /** The key, once its tenant stands. Whoever makes it first makes it for all. */
  async key(): Promise<string> {
    await (this.#standing ??= this.#found().catch((error: unknown) => {
      this.#standing = undefined;
      throw error;
    }));
    return this.#secret;
  }

  #found(): Promise<void> {
    const [createdAt, tenantId, skipDuplicates] = [this.clock.now(), PROBE_TENANT, true];
    return this.database.asProviderOf(tenantId, async (tx) => {
      await tx.tenant.createMany({ data: [{ id: tenantId, name: 'Inkproof probe', createdAt }], skipDuplicates });
      await tx.quota.createMany({ data: [{ tenantId, requestsPerSecond: REQUESTS_PER_SECOND }], skipDuplicates });
      const key = { ...terms, id: this.ids.next('key'), tenantId, environment, hint: hintOf(this.#secret), secretHash: keyedHash(this.pepper, this.#secret), createdAt } as const;
      const { count } = await tx.apiKey.createMany({ data: [key], skipDuplicates });
      if (count > 0) await this.trail.append(tx, tenantId, { action: 'key.issued', by, targets: [key.id], details: { label: terms.label, environment, retention: terms.retention, scopes: terms.scopes, purpose: null, allowed_addresses: [], expires_at: null, requests_per_second: null } });
    });
  }
}
