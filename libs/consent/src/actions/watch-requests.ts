import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { lookAtClock } from '../model/request-clock.js';
import { isOpen } from '../model/request-life.js';
import type { RequestStore } from '../store/request-store.js';
import type { Held, OpenRequest } from './open-request.js';
import type { RequestMail } from './request-mail.js';
import type { TellPrograms } from './tell-programs.js';

const by: Actor = { kind: 'system', id: 'request-clock', requestId: null };

/** Tells at half, at four fifths and at the end of the time, each once, and lets lapse what nobody confirmed. Any number of nodes may. */
export class WatchRequests {
  constructor(
    private readonly database: Database,
    private readonly store: RequestStore,
    private readonly open: OpenRequest,
    private readonly mail: RequestMail,
    private readonly programs: TellPrograms,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** How many clocks were looked at. */
  async once(): Promise<number> {
    const due = await this.database.askAll<{ id: Id<'dsr'>; tenant_id: Id<'ten'> }>('gate_find_due_requests', this.clock.now());
    for (const { id, tenant_id } of due) await this.#look(tenant_id, id);
    return due.length;
  }

  #look(tenantId: Id<'ten'>, id: Id<'dsr'>): Promise<void> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      const request = (await this.store.hold(tx, tenantId, id)) as Held | undefined;
      const now = this.clock.now();
      // Another node was faster, or somebody ended it meanwhile.
      if (!request || request.nextLookAt === null || request.nextLookAt > now) return;
      if (!isOpen(request.state)) return this.store.change(tx, request, { nextLookAt: null });
      if (request.state === 'received') {
        await this.store.change(tx, request, { state: 'withdrawn', endedAt: now, nextLookAt: null });
        await this.open.step(tx, request, { kind: 'lapsed', side: 'system', by: null });
        if (request.source !== 'form') await this.programs.request(tx, tenantId, 'finished', { ...request, state: 'withdrawn' });
        return this.trail.append(tx, tenantId, { action: 'subject_request.lapsed', by, targets: [id], details: {} });
      }
      const { mark, nextLookAt } = lookAtClock(request, request.events.map(({ kind }) => kind), now);
      await this.store.change(tx, request, { nextLookAt });
      if (mark === null) return;
      await this.open.step(tx, request, { kind: mark, side: 'system', by: null });
      await this.mail.clock(tx, request, mark, now);
      if (mark !== 'warned_50') await this.programs.request(tx, tenantId, mark === 'overdue' ? mark : 'due_soon', request);
      if (mark === 'overdue') await this.trail.append(tx, tenantId, { action: 'subject_request.overdue', by, targets: [id], details: { due_at: request.dueAt.toISOString() } });
    });
  }
}
