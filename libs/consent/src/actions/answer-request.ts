import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type RequestAnswer } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { OpenRequest } from './open-request.js';
import type { TellPrograms } from './tell-programs.js';

/** Ends a request: answered with every task settled, refused with a reason, or taken back by the person. */
export class AnswerRequest {
  constructor(
    private readonly open: OpenRequest,
    private readonly store: RequestStore,
    private readonly programs: TellPrograms,
    private readonly trail: Trail,
  ) {}

  with(tenantId: Id<'ten'>, id: Id<'dsr'>, { outcome, reason, words }: RequestAnswer, by: Actor): Promise<StoredRequest> {
    return this.open.change(tenantId, id, async (tx, request, now) => {
      if (outcome === 'answered' && request.state !== 'in_progress') throw new Refusal('dsr.not_identified', 'Record how you know who asks, and begin to carry the request out.');
      const left = request.tasks.filter(({ state }) => state === 'open').length;
      if (outcome === 'answered' && left > 0) throw new Refusal('dsr.tasks_open', `${left} tasks are open. Do each, or say why it is not needed.`);
      await this.store.change(tx, request, { state: outcome, endedAt: now, nextLookAt: null });
      await this.open.step(tx, request, { kind: outcome, side: 'tenant', by, words: [reason, words].filter(Boolean).join('\n\n') || undefined });
      await this.open.tellPerson(tx, request, outcome);
      await this.programs.request(tx, tenantId, 'finished', { ...request, state: outcome });
      const overdue = request.dueAt <= now;
      await this.trail.append(tx, tenantId, outcome === 'withdrawn' ? { action: 'subject_request.withdrawn', by, targets: [id], details: { by_person: false } } : { action: `subject_request.${outcome}`, by, targets: [id], details: { overdue } });
    });
  }
}
