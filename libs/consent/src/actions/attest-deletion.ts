import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { refusedField, Refusal, type AttestationRequest } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { mayAttest } from '../model/expiry.js';
import type { ExpiryStore, StoredExpiry } from '../store/expiry-store.js';

const digest = (ids: readonly string[]): string => createHash('sha256').update(ids.map((id) => `${id}\n`).join('')).digest('hex');

/** Takes a tenant's word that copies of its own are deleted, or which law lets it keep them. Said again, nothing changes. */
export class AttestDeletion {
  constructor(
    private readonly database: Database,
    private readonly store: ExpiryStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, { expiries, outcome, deleted_at, basis }: AttestationRequest, by: Actor): Promise<StoredExpiry[]> {
    const now = this.clock.now();
    const deletedAt = outcome === 'deleted' ? new Date(deleted_at ?? now) : null;
    if (deletedAt && deletedAt > now) throw refusedField('deleted_at', 'must not lie in the future');
    const named = [...new Set(expiries)];
    return this.database.asTenant(tenantId, async (tx) => {
      const found = await this.store.hold(tx, tenantId, named);
      const missing = named.find((id) => !found.some((expiry) => expiry.id === id));
      if (missing) throw new Refusal('expiry.not_found', `There is no ${missing} of yours. Nothing was attested.`);
      const open = found.filter((expiry) => mayAttest(expiry, outcome)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
      if (open.length === 0) return found;
      const attestation = { id: this.ids.next('att'), at: now, by: by.id, outcome, deletedAt, basis: basis ?? null };
      const ids = open.map(({ id }) => id);
      await this.store.attest(tx, tenantId, attestation, ids);
      const details = { outcome, expiries: open.length, copies: open.reduce((sum, { count }) => sum + count, 0), expiries_sha256: digest(ids) };
      await this.trail.append(tx, tenantId, { action: 'attestation.made', by, targets: [attestation.id], details, ...(basis !== undefined && { reason: basis }) });
      return this.store.list(tx, tenantId, { ids: named, size: named.length });
    });
  }
}
