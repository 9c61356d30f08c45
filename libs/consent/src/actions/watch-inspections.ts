import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { daysLeft, nextReminder } from '../model/inspection-clock.js';
import type { InspectionStore } from '../store/inspection-store.js';
import type { InspectionMail } from './inspection-mail.js';
import type { TellPrograms } from './tell-programs.js';

const by: Actor = { kind: 'system', id: 'inspection-clock', requestId: null };
const LOOK_SIZE = 100;

/** Reminds tenants of items that wait, and brings what is late before compliance staff. Any number of nodes may. */
export class WatchInspections {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly mail: InspectionMail,
    private readonly programs: TellPrograms,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async once(): Promise<number> {
    const due = await this.database.asProvider((tx) => tx.inspection.findMany({ where: { nextLookAt: { lte: this.clock.now() } }, select: { id: true, tenantId: true }, orderBy: { nextLookAt: 'asc' }, take: LOOK_SIZE }));
    for (const { id, tenantId } of due) await this.#look(id, tenantId);
    return due.length;
  }

  #look(id: string, tenantId: string): Promise<void> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      const inspection = await this.store.hold(tx, id);
      const now = this.clock.now();
      // Another node was faster, or it was closed meanwhile.
      if (!inspection || inspection.nextLookAt === null || inspection.nextLookAt > now) return;
      const dueAt = inspection.dueAt!;
      await this.store.change(tx, inspection, { nextLookAt: nextReminder(dueAt, now) });
      if (inspection.state !== 'drawn') return;
      const open = inspection.items.filter(({ answeredAt }) => answeredAt === null).length;
      const isLate = dueAt <= now;
      const tell = (kind: 'reminded' | 'overdue') => this.store.tell(tx, { id: this.ids.next('ise'), tenantId: inspection.tenantId, inspectionId: id, at: now, kind, byProvider: true, by: null });
      if (!isLate) {
        await tell('reminded');
        await this.mail.reminder(tx, inspection, open, daysLeft(dueAt, now), now);
        return this.programs.inspection(tx, 'due_soon', inspection);
      }
      await this.store.change(tx, inspection, { escalatedAt: now });
      await tell('overdue');
      await this.mail.late(tx, inspection, open, now);
      await this.programs.inspection(tx, 'overdue', inspection);
      const details = { due_at: dueAt.toISOString(), answered: inspection.items.length - open, drawn: inspection.items.length };
      await this.trail.appendToBoth(tx, inspection.tenantId as Id<'ten'>, { action: 'inspection.overdue', by, targets: [id, inspection.tenantId], details });
    });
  }
}
