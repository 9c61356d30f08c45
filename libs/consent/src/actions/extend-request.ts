import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { extendedBy, nextLook } from '../model/request-clock.js';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { OpenRequest } from './open-request.js';

/** Takes more time, once, before the time is over. The person is told why. */
export class ExtendRequest {
  constructor(
    private readonly open: OpenRequest,
    private readonly store: RequestStore,
    private readonly trail: Trail,
  ) {}

  by(tenantId: Id<'ten'>, id: Id<'dsr'>, { days, reason }: { days: number; reason: string }, by: Actor): Promise<StoredRequest> {
    return this.open.change(tenantId, id, async (tx, request, now) => {
      if (request.extendedAt !== null || request.dueAt <= now) throw new Refusal('dsr.extended');
      const dueAt = extendedBy(request.dueAt, days);
      const told = request.events.map(({ kind }) => kind);
      await this.store.change(tx, request, { dueAt, extendedAt: now, ...(request.state !== 'received' && { nextLookAt: nextLook({ receivedAt: request.receivedAt, dueAt }, told, now) }) });
      await this.open.step(tx, request, { kind: 'extended', side: 'tenant', by, words: reason });
      await this.open.tellPerson(tx, request, 'extended');
      await this.trail.append(tx, tenantId, { action: 'subject_request.extended', by, targets: [id], details: { days, due_at: dueAt.toISOString() } });
    });
  }
}
