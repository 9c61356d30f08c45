import type { Actor, Trail } from '@inkproof/audit';
import { idOf, Refusal, type EndingRequest, type EndingSide } from '@inkproof/contract';
import { refuseMissingTenant, type Approvals } from '@inkproof/identity';
import type { Clock, Day, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { z } from 'zod';
import { earliestLastDay, endsAfter, isFitting, latestLastDay, readableAfter } from '../model/last-day.js';
import { nextStepAfter, type ServiceEnding } from '../model/service-end.js';
import type { EndingStore } from '../store/ending-store.js';
import type { TellOfEnd } from './tell-of-end.js';

const ENDERS = ['admin', 'compliance'];

/** What the second person reads. */
const Ending = z.strictObject({ tenant: idOf('ten'), last_day: z.iso.date() });
type Ending = z.infer<typeof Ending>;

interface Announced {
  side: EndingSide;
  lastDay: Day;
  reason: string | null;
  announcedBy: string;
  approval?: { id: Id<'apr'>; by: string };
}

/** Announces that a service ends: the tenant its own by itself, the provider with a second person (三.2(7)). */
export class AnnounceEnd {
  constructor(
    private readonly database: Database,
    private readonly ends: EndingStore,
    private readonly approvals: Approvals,
    private readonly tell: TellOfEnd,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    approvals.register<Ending>({ name: 'service.end', payload: Ending, side: 'provider', mayDecide: ({ role }) => role !== undefined && ENDERS.includes(role), carryOut: (tx, ending, { id }, by) => this.#carryOut(tx, ending, id, by) });
  }

  own(tenantId: Id<'ten'>, { last_day, reason }: EndingRequest, by: Actor): Promise<ServiceEnding> {
    return this.database.asProviderOf(tenantId, (tx) => this.#announce(tx, tenantId, { side: 'tenant', lastDay: last_day as Day, reason: reason ?? null, announcedBy: by.id }, by));
  }

  /** Nothing is announced before another person approved it. */
  ask(tenantId: Id<'ten'>, { last_day, reason }: { last_day: string; reason: string }, by: Actor): Promise<Id<'apr'>> {
    return this.database.asProvider(async (tx) => {
      await refuseMissingTenant(tx, tenantId);
      this.#refuseUnfit(last_day as Day, 'provider');
      if ((await this.ends.standing(tx, tenantId)) || (await this.ends.waiting(tx, tenantId, this.clock.now()))) throw new Refusal('ending.announced', 'It was announced already, or a request to end it waits for a second person.');
      return (await this.approvals.request<Ending>(tx, { kind: 'service.end', tenantId, payload: { tenant: tenantId, last_day }, by, reason })).id;
    });
  }

  async #carryOut(tx: Tx, { tenant, last_day }: Ending, approval: Id<'apr'>, by: Actor): Promise<void> {
    const { madeBy, reason } = await this.approvals.find(tx, approval);
    await this.#announce(tx, tenant, { side: 'provider', lastDay: last_day as Day, reason, announcedBy: madeBy, approval: { id: approval, by: by.id } }, by);
  }

  async #announce(tx: Tx, tenantId: Id<'ten'>, { side, lastDay, reason, announcedBy, approval }: Announced, by: Actor): Promise<ServiceEnding> {
    this.#refuseUnfit(lastDay, side);
    const at = this.clock.now();
    const ending: ServiceEnding = { id: this.ids.next('end'), tenantId, side, reason, announcedAt: at, announcedBy, approvedBy: approval?.by ?? null, lastDay, endsAt: endsAfter(lastDay), readableUntil: readableAfter(lastDay), offeredAt: [at], endedAt: null, deletionId: null };
    const { id, announcedAt, approvedBy, endsAt, readableUntil } = ending;
    if (!(await this.ends.add(tx, { id, tenantId, side, reason, announcedAt, announcedBy, approvedBy, lastDay, endsAt, readableUntil, approvalId: approval?.id ?? null, nextLookAt: nextStepAfter(ending, at) }))) throw new Refusal('ending.announced');
    await this.trail.appendToBoth(tx, tenantId, { action: 'ending.announced', by, targets: [id, tenantId], details: { side, last_day: lastDay, asked_by: announcedBy }, ...(reason && { reason }) });
    await this.tell.both(tx, ending, 'service.ending');
    return ending;
  }

  #refuseUnfit(lastDay: Day, side: EndingSide): void {
    const now = this.clock.now();
    if (!isFitting(lastDay, side, now)) throw new Refusal('ending.day_unfit', `The last day lies between ${earliestLastDay(side, now)} and ${latestLastDay(now)}, in Asia/Shanghai.`);
  }
}
