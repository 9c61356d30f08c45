import { createHash } from 'node:crypto';
import { canonical, type SealStore } from '@inkproof/audit';
import { Refusal, type SubjectRequest, type SubjectRequestProof } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { RequestStore, StoredRequest } from '../store/request-store.js';

/** All of a request in one piece, with its digest and the newest signed head of the log that holds its steps. */
export class ProveRequest {
  constructor(
    private readonly database: Database,
    private readonly store: RequestStore,
    private readonly seals: SealStore,
    private readonly clock: Clock,
  ) {}

  async of(tenantId: Id<'ten'>, id: Id<'dsr'>, show: (request: StoredRequest) => Promise<SubjectRequest>): Promise<SubjectRequestProof> {
    const checkpoint = await this.database.changeAsTenant(tenantId, (run) => this.seals.newest(run, tenantId));
    const { found, name } = await this.database.asTenant(tenantId, async (tx) => ({
      found: await this.store.find(tx, tenantId, id),
      ...(await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } })),
    }));
    if (!found) throw new Refusal('dsr.not_found');
    const request = await show(found);
    return { v: 1, tenant: { id: tenantId, name }, request, issued_at: this.clock.now().toISOString(), request_sha256: createHash('sha256').update(canonical(request)).digest('hex'), checkpoint: checkpoint ?? null };
  }
}
