import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type Availability, type Outage } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { DisputeOutage } from '../actions/dispute-outage.js';
import { ReadAvailability } from '../actions/read-availability.js';
import { OutageStore } from '../store/outage-store.js';
import { monthOf, showAvailability } from './show-availability.js';
import { showToTenant } from './show-outage.js';

interface OutageId {
  id: Id<'out'>;
}

/** What a tenant sees of the service: what everybody had, and what it alone had. */
@Controller()
export class AvailabilityController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OutageStore) private readonly outages: OutageStore,
    @Inject(ReadAvailability) private readonly availability: ReadAvailability,
    @Inject(DisputeOutage) private readonly disputing: DisputeOutage,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.availability.month)
  async month(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.availability.month.query) { month }: { month?: string }): Promise<Availability> {
    const asked = monthOf(month, this.clock.now());
    return showAvailability(await this.database.asTenant(tenantId, (tx) => this.availability.over(tx, asked, tenantId)));
  }

  @Answers(api.availability.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.availability.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: Outage[]; next_cursor: string | null }> {
    const rows = await this.database.asTenant(tenantId, (tx) => this.outages.list(tx, { tenantId, beyond: cursor, size: limit + 1 }));
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map(showToTenant), next_cursor: nextCursor };
  }

  @Answers(api.availability.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.availability.find.params) { id }: OutageId): Promise<Outage> {
    const outage = await this.database.asTenant(tenantId, (tx) => this.outages.find(tx, id, tenantId));
    if (!outage) throw new Refusal('outage.not_found');
    return showToTenant(outage);
  }

  @Answers(api.availability.dispute)
  async dispute(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.availability.dispute.params) { id }: OutageId, @Given.body(api.availability.dispute.body) { ticket }: { ticket: Id<'tkt'> }, @ActingBy() by: Actor): Promise<Outage> {
    return showToTenant(await this.disputing.by(tenantId, id, ticket, by));
  }
}
