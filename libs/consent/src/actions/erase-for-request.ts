import { canonical, type Actor } from '@inkproof/audit';
import { Refusal, type DeletionSelection } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { AskDeletion, CarryOut, DeletionRecord, DeletionStore } from '@inkproof/retention';
import { erasedBy, isOpen } from '../model/request-life.js';
import type { RequestStore, StoredRequest } from '../store/request-store.js';

/** What a deletion made of a task. */
export interface Carried {
  certificate: string;
  count: number;
}

/**
 * Carries out the tasks of a request that erase what is kept here, by the one way of erasing: asked for as a deletion of the
 * person's, carried out, certified. Interrupted anywhere, it goes on when the task is settled again.
 */
export class EraseForRequest {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestStore,
    private readonly ask: AskDeletion,
    private readonly carryOut: CarryOut,
    private readonly deletions: DeletionStore,
  ) {}

  /** Undefined for a task that erases nothing here. Refuses while anything of it stays, with what has gone certified all the same. */
  async by(tenantId: Id<'ten'>, id: Id<'dsr'>, taskId: Id<'dst'>, by: Actor): Promise<Carried | undefined> {
    const request = await this.database.asTenant(tenantId, (tx) => this.requests.find(tx, tenantId, id));
    const task = request?.tasks.find((one) => one.id === taskId);
    const of = task && erasedBy(task.kind);
    if (!request || !isOpen(request.state) || of === undefined) return undefined;
    mayErase(request, of, by);
    const selection: DeletionSelection = { request: id, of };
    const { certificate, erased } = await this.#carry(tenantId, await this.#deletion(tenantId, selection, by));
    if (certificate === null) throw new Refusal('deletion.not_certified', 'It is being carried out. Settle the task again in a moment.');
    const { held, kept } = await this.ask.preview(tenantId, selection);
    const stays = `What was free of it is erased, as ${certificate} says. Settle the task as not needed, and say what stays and why.`;
    if (held.length > 0) throw new Refusal('retention.held', `Something of it is under a legal hold or is evidence of an open matter. ${stays}`);
    if (kept.length > 0) throw new Refusal('retention.not_over', `Something of it has to be kept still: GET /v1/retention tells for how long. ${stays}`);
    return { certificate, count: erased };
  }

  /** One that was begun, or left nothing to do, is gone on with; otherwise a new one. */
  async #deletion(tenantId: Id<'ten'>, selection: DeletionSelection, by: Actor): Promise<DeletionRecord> {
    const { total } = await this.ask.preview(tenantId, selection);
    const last = await this.database.changeAsTenant(tenantId, (run) => this.deletions.lastOf(run, tenantId, canonical(selection)));
    return last && (total === 0 || last.endedAt === null) ? last : this.ask.for(tenantId, { selection, expected: total, delay_days: 0 }, by);
  }

  async #carry(tenantId: Id<'ten'>, { id }: DeletionRecord): Promise<DeletionRecord> {
    // Rounds look for deletions that may begin, and may have this one already.
    await this.carryOut.one(tenantId, id, { patient: true });
    return (await this.database.changeAsTenant(tenantId, (run) => this.deletions.find(run, tenantId, id)))!;
  }
}

const mayErase = ({ subjectHash, tasks }: StoredRequest, of: 'results' | 'material', { kind }: Actor): void => {
  if (kind !== 'member') throw new Refusal('access.denied', 'What this task erases cannot be restored, so a member of yours settles it.');
  if (subjectHash === null) throw new Refusal('dsr.not_identified', 'Record your own reference for the person first: what is kept of them is found by it.');
  // Results are found by the authorisations they relied on.
  const waits = of === 'material' && tasks.some((task) => task.state === 'open' && erasedBy(task.kind) === 'results');
  if (waits) throw new Refusal('dsr.tasks_open', 'Delete the results first: they are found by the authorisations they relied on.');
};
