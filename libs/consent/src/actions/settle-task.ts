import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type RequestTaskSettling } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { OpenRequest } from './open-request.js';
import type { SealedWords } from './sealed-words.js';

/** Writes down that a task was done, by what certificate, or why it is not needed. */
export class SettleTask {
  constructor(
    private readonly open: OpenRequest,
    private readonly store: RequestStore,
    private readonly words: SealedWords,
    private readonly trail: Trail,
  ) {}

  as(tenantId: Id<'ten'>, id: Id<'dsr'>, taskId: Id<'dst'>, { state, note, certificate }: RequestTaskSettling, by: Actor): Promise<StoredRequest> {
    return this.open.change(tenantId, id, async (tx, request, now) => {
      const task = request.tasks.find((one) => one.id === taskId);
      if (!task) throw new Refusal('dsr.not_found');
      await this.store.settle(tx, task, { state, certificate: certificate ?? null, ...(await this.words.seal(tenantId, task.id, note)), settledAt: now, settledBy: by.id });
      await this.open.step(tx, request, { kind: 'task_settled', side: 'tenant', by, words: note });
      await this.trail.append(tx, tenantId, { action: 'subject_request.task_settled', by, targets: [id, taskId], details: { kind: task.kind, state, certificate } });
    });
  }
}
