import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type RequestTaskSettling } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { EraseForRequest } from './erase-for-request.js';
import type { OpenRequest } from './open-request.js';
import type { SealedWords } from './sealed-words.js';

/** Writes down that a task was done, by what certificate, or why it is not needed. A task that erases what is kept here is done by erasing it. */
export class SettleTask {
  constructor(
    private readonly open: OpenRequest,
    private readonly store: RequestStore,
    private readonly words: SealedWords,
    private readonly erase: EraseForRequest,
    private readonly trail: Trail,
  ) {}

  async as(tenantId: Id<'ten'>, id: Id<'dsr'>, taskId: Id<'dst'>, { state, note, certificate: named }: RequestTaskSettling, by: Actor): Promise<StoredRequest> {
    const carried = state === 'done' ? await this.erase.by(tenantId, id, taskId, by) : undefined;
    const certificate = carried?.certificate ?? named;
    return this.open.change(tenantId, id, async (tx, request, now) => {
      const task = request.tasks.find((one) => one.id === taskId);
      if (!task) throw new Refusal('dsr.not_found');
      await this.store.settle(tx, task, { state, certificate: certificate ?? null, count: carried?.count ?? null, ...(await this.words.seal(tenantId, request.id, task.id, note)), settledAt: now, settledBy: by.id });
      await this.open.step(tx, request, { kind: 'task_settled', side: 'tenant', by, words: note });
      await this.trail.append(tx, tenantId, { action: 'subject_request.task_settled', by, targets: [id, taskId], details: { kind: task.kind, state, certificate } });
    });
  }
}
