import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { stateOf, type ApiKey } from '../model/api-key.js';
import type { KeyStore } from '../store/key-store.js';
import type { IssueKey } from './issue-key.js';

/** Gives a key a successor with a new secret and all else the same. The old secret works until the overlap is over. */
export class RotateKey {
  constructor(
    private readonly database: Database,
    private readonly store: KeyStore,
    private readonly issueKey: IssueKey,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, id: Id<'key'>, { overlapHours }: { overlapHours: number }, by: Actor): Promise<{ key: ApiKey; secret: string }> {
    return this.database.asTenant(tenantId, async (tx) => {
      const old = await this.store.hold(tx, tenantId, id);
      if (!old) throw new Refusal('key.not_found');
      const state = stateOf(old, this.clock.now());
      if (state === 'retiring') throw new Refusal('key.ended', 'The key has a successor already. Rotate that one, or revoke this one if it may be in wrong hands.');
      if (state !== 'active') throw new Refusal('key.ended', 'The key does not work any more. Issue another one.');
      const { label, environment, retention, scopes, purpose, allowedAddresses, expiresAt, requestsPerSecond } = old;
      const issued = await this.issueKey.mint(tx, tenantId, { label, environment, retention, scopes, purpose, allowedAddresses, expiresAt, requestsPerSecond });
      await this.store.retire(tx, tenantId, id, { successorId: issued.key.id, overlapHours });
      await this.trail.append(tx, tenantId, { action: 'key.rotated', by, targets: [id, issued.key.id], details: { overlap_hours: overlapHours } });
      return issued;
    });
  }
}
