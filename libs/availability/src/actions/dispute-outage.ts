import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { disputableUntil } from '../model/dispute.js';
import type { OutageStore, StoredOutage } from '../store/outage-store.js';

/** A tenant objects to what an outage was put down to, by a ticket that says why. */
export class DisputeOutage {
  constructor(
    private readonly database: Database,
    private readonly outages: OutageStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  by(tenantId: Id<'ten'>, id: Id<'out'>, ticketId: Id<'tkt'>, by: Actor): Promise<StoredOutage> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      const outage = await this.outages.find(tx, id, tenantId);
      if (!outage) throw new Refusal('outage.not_found');
      if (!(await tx.ticket.findFirst({ where: { id: ticketId, tenantId }, select: { id: true } }))) throw new Refusal('ticket.not_found');
      const [now, until] = [this.clock.now(), disputableUntil(outage)];
      if (!until || now >= until || outage.disputes.some(({ state }) => state === 'open')) throw new Refusal('outage.not_disputable');
      await this.outages.dispute(tx, { id: this.ids.next('dsp'), tenantId, outageId: id, ticketId, at: now, by: by.id });
      await this.trail.appendToBoth(tx, tenantId, { action: 'outage.disputed', by, targets: [id, ticketId], details: {} });
      return (await this.outages.find(tx, id, tenantId))!;
    });
  }
}
