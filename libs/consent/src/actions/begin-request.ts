import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { isDoneHere, tasksOf } from '../model/request-life.js';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { Held, OpenRequest } from './open-request.js';
import type { WithdrawOfPerson } from './withdraw-of-person.js';

/** Makes the tasks of a request, and carries out at once what is done here. Beginning again begins nothing, but does what waited for the person's reference. */
export class BeginRequest {
  constructor(
    private readonly open: OpenRequest,
    private readonly store: RequestStore,
    private readonly withdrawal: WithdrawOfPerson,
    private readonly trail: Trail,
    private readonly ids: Ids,
  ) {}

  for(tenantId: Id<'ten'>, id: Id<'dsr'>, by: Actor): Promise<StoredRequest> {
    return this.open.change(tenantId, id, async (tx, request, now) => {
      if (request.identifiedAt === null) throw new Refusal('dsr.not_identified');
      const isFirst = request.state !== 'in_progress';
      if (isFirst) {
        await this.store.addTasks(tx, tasksOf(request.kind).map((kind) => ({ id: this.ids.next('dst'), tenantId, requestId: id, kind, byItself: isDoneHere(kind) })));
        await this.store.change(tx, request, { state: 'in_progress' });
        await this.open.step(tx, request, { kind: 'began', side: 'tenant', by });
      }
      const count = await this.#withdraw(tx, request, now, by);
      if (isFirst || count !== null) await this.trail.append(tx, tenantId, { action: 'subject_request.began', by, targets: [id], details: { tasks: [...tasksOf(request.kind)], authorizations: count ?? 0 } });
    });
  }

  /** Null when there was nothing to do, or nobody knows yet among whose authorisations to look. */
  async #withdraw(tx: Tx, { id, tenantId, subjectHash }: Held, now: Date, by: Actor): Promise<number | null> {
    const task = await tx.requestTask.findFirst({ where: { tenantId, requestId: id, kind: 'withdraw_authorizations', state: 'open' } });
    if (!task || !subjectHash) return null;
    const count = await this.withdrawal.in(tx, tenantId, subjectHash, by);
    await this.store.settle(tx, task, { state: 'done', count, settledAt: now, settledBy: by.id });
    await this.open.step(tx, { id, tenantId }, { kind: 'task_settled', side: 'system', by: null });
    return count;
  }
}
