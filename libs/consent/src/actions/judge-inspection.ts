import type { Actor, Trail } from '@inkproof/audit';
import { type OverallVerdict, Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { InspectionStore, StoredInspection } from '../store/inspection-store.js';
import type { InspectionMail } from './inspection-mail.js';
import type { TellPrograms } from './tell-programs.js';

/** Says what came of each item, and of the whole, with reasons. A verdict never says that a tenant is in order. */
export class JudgeInspection {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly mail: InspectionMail,
    private readonly programs: TellPrograms,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  item(id: Id<'isp'>, itemId: Id<'isi'>, { verdict, reason }: OverallVerdict, by: Actor): Promise<StoredInspection> {
    return this.#changing(id, async (tx, inspection, now) => {
      const item = inspection.items.find((one) => one.id === itemId);
      if (!item) throw new Refusal('inspection.not_found');
      if (item.answeredAt === null && inspection.dueAt! > now) throw new Refusal('inspection.unanswered', 'It can be judged once it is answered, or its time is over.');
      await this.store.changeItem(tx, item, { verdict, verdictReason: reason ?? null, judgedAt: now, judgedBy: by.id });
      await this.#tell(tx, inspection, 'item_judged', itemId, by);
      await this.trail.appendToBoth(tx, inspection.tenantId as Id<'ten'>, { action: 'inspection.item_judged', by, targets: [id, itemId], details: { verdict }, reason });
    });
  }

  whole(id: Id<'isp'>, { verdict, reason }: OverallVerdict, by: Actor): Promise<StoredInspection> {
    return this.#changing(id, async (tx, inspection, now) => {
      const left = inspection.items.filter((item) => item.verdict === null).length;
      if (left > 0) throw new Refusal('inspection.unjudged', `${left} items are not judged yet.`);
      await this.store.change(tx, inspection, { state: 'closed', closedAt: now, closedBy: by.id, verdict, verdictReason: reason ?? null, nextLookAt: null });
      await this.#tell(tx, inspection, 'closed', null, by);
      await this.mail.closed(tx, inspection, now);
      await this.programs.inspection(tx, 'closed', inspection);
      await this.trail.appendToBoth(tx, inspection.tenantId as Id<'ten'>, { action: 'inspection.closed', by, targets: [id, inspection.tenantId], details: { verdict }, reason });
    });
  }

  #tell(tx: Tx, { id, tenantId }: StoredInspection, kind: 'item_judged' | 'closed', itemId: string | null, by: Actor): Promise<void> {
    return this.store.tell(tx, { id: this.ids.next('ise'), tenantId, inspectionId: id, itemId, at: this.clock.now(), kind, byProvider: true, by: by.id });
  }

  async #changing(id: Id<'isp'>, work: (tx: Tx, inspection: StoredInspection, now: Date) => Promise<void>): Promise<StoredInspection> {
    const found = await this.database.asProvider((tx) => this.store.find(tx, id));
    if (!found) throw new Refusal('inspection.not_found');
    return this.database.asProviderOf(found.tenantId, async (tx) => {
      const inspection = (await this.store.hold(tx, id))!;
      if (inspection.state !== 'drawn' && inspection.state !== 'answered') throw new Refusal('inspection.closed');
      await work(tx, inspection, this.clock.now());
      return (await this.store.find(tx, id))!;
    });
  }
}
