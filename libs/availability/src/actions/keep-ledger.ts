import type { Act, Actor, Trail } from '@inkproof/audit';
import { causeOf, causesOfOneTenant, Refusal, type NewBooking, type NewOutage } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { WindowStore } from '@inkproof/maintenance';
import type { Database, Tx } from '@inkproof/platform';
import { announcedOf } from '../model/announced.js';
import { shared, type Span } from '../model/span.js';
import type { ClueStore } from '../store/clue-store.js';
import type { OutageStore, StoredOutage } from '../store/outage-store.js';
import { tellingsOf } from './tellings-of.js';

type LedgerAct = Act<'outage.entered' | 'outage.ended' | 'outage.booked' | 'outage.dispute_settled'>;

/** What the staff write into the ledger of outages. A tenant whose outage it is reads of it in its own log. */
export class KeepLedger {
  constructor(
    private readonly database: Database,
    private readonly outages: OutageStore,
    private readonly windows: WindowStore,
    private readonly clues: ClueStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async enter({ component, tenant, from, until, words }: NewOutage, by: Actor): Promise<StoredOutage> {
    const now = this.clock.now();
    const [begins, ends] = [new Date(from), until === undefined ? null : new Date(until)];
    if (begins > now || (ends && (ends > now || ends <= begins))) throw new Refusal('outage.not_yet');
    return this.#asProviderFor(tenant ?? null, async (tx) => {
      if (!(await this.windows.components(tx)).some(({ id }) => id === component)) throw new Refusal('component.not_found');
      if (tenant && !(await tx.tenant.findUnique({ where: { id: tenant }, select: { id: true } }))) throw new Refusal('tenant.not_found');
      const id = this.ids.next('out');
      await this.outages.add(tx, { id, componentId: component, tenantId: tenant ?? null, from: begins, until: ends, foundBy: 'staff', words, enteredAt: now, enteredBy: by.id });
      await this.#append(tx, tenant ?? null, { action: 'outage.entered', by, targets: [id], details: { component, from, until: until ?? null } });
      return (await this.outages.find(tx, id))!;
    });
  }

  end(id: Id<'out'>, at: string | undefined, by: Actor): Promise<StoredOutage> {
    return this.#on(id, async (tx, outage) => {
      if (outage.until) throw new Refusal('outage.ended');
      const until = at === undefined ? this.clock.now() : new Date(at);
      if (until > this.clock.now() || until <= outage.from) throw new Refusal('outage.not_yet');
      await this.outages.end(tx, outage, until);
      await this.#append(tx, outage.tenantId, { action: 'outage.ended', by, targets: [id], details: { at: until.toISOString() } });
    });
  }

  book(id: Id<'out'>, { origin, evidence: { kind, reference, words }, reason, from, until }: NewBooking, by: Actor): Promise<StoredOutage> {
    const cause = causeOf[origin];
    return this.#on(id, async (tx, outage) => {
      if (outage.tenantId === null && (causesOfOneTenant as readonly string[]).includes(cause)) throw new Refusal('outage.everybodys');
      if (cause === 'third_party_network' && outage.bookings.some((earlier) => earlier.origin === 'attack_on_platform')) throw new Refusal('outage.own_platform');
      if (kind === 'ticket' && !(await tx.ticket.findFirst({ where: { id: reference!, ...(outage.tenantId && { tenantId: outage.tenantId }) }, select: { id: true } }))) throw new Refusal('outage.not_proven', 'There is no such ticket.');
      // Only what lies with one tenant is proven by a notice, so it is an outage of one.
      if (kind === 'notice' && !(await this.clues.has(tx, outage.tenantId!, reference!))) throw new Refusal('outage.not_proven', 'This tenant gave no such notice.');
      const asked = { from: from === undefined ? outage.from.getTime() : Date.parse(from), until: until === undefined ? Infinity : Date.parse(until) };
      const whole = { from: outage.from.getTime(), until: outage.until?.getTime() ?? Infinity };
      const part = shared(asked, whole);
      if (!part) throw new Refusal('request.invalid', 'from and until must lie in the outage.');
      const booked = cause === 'maintenance' ? await this.#announced(tx, outage, reference!, part) : part;
      await this.outages.book(tx, outage, {
        at: this.clock.now(),
        by: by.id,
        from: new Date(booked.from),
        until: booked.until === Infinity ? null : new Date(booked.until),
        cause,
        origin,
        evidenceKind: kind,
        reference: reference ?? null,
        words,
        reason,
        windowId: cause === 'maintenance' ? reference! : null,
      });
      await this.#append(tx, outage.tenantId, { action: 'outage.booked', by, targets: [id], details: { origin, evidence: kind, reference: reference ?? null, again: outage.bookings.length > 0 } });
    });
  }

  settle(id: Id<'out'>, disputeId: Id<'dsp'>, { state, answer }: { state: 'upheld' | 'rejected'; answer: string }, by: Actor): Promise<StoredOutage> {
    return this.#on(id, async (tx, outage) => {
      const dispute = outage.disputes.find((one) => one.id === disputeId);
      if (!dispute) throw new Refusal('outage.not_found', 'There is no such dispute of it.');
      if (dispute.state !== 'open') throw new Refusal('dispute.settled');
      await this.outages.settle(tx, dispute, { state, answer, settledAt: this.clock.now(), settledBy: by.id });
      await this.trail.appendToBoth(tx, dispute.tenantId as Id<'ten'>, { action: 'outage.dispute_settled', by, targets: [id, disputeId], details: { state } });
    });
  }

  /** The part of it that a window tells of, and that was announced in time. */
  async #announced(tx: Tx, { componentId, plans }: StoredOutage, windowId: string, part: Span): Promise<Span> {
    const window = await this.windows.find(tx, windowId);
    const announced = window && announcedOf(tellingsOf(window, componentId), plans);
    const counted = announced && shared(part, announced);
    if (!counted) throw new Refusal('outage.not_announced');
    return counted;
  }

  #append(tx: Tx, tenantId: string | null, act: LedgerAct): Promise<void> {
    return tenantId ? this.trail.appendToBoth(tx, tenantId as Id<'ten'>, act) : this.trail.append(tx, 'provider', act);
  }

  #asProviderFor<Result>(tenantId: string | null, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return tenantId ? this.database.asProviderOf(tenantId, work) : this.database.asProvider(work);
  }

  async #on(id: Id<'out'>, write: (tx: Tx, outage: StoredOutage) => Promise<void>): Promise<StoredOutage> {
    const found = await this.database.asProvider((tx) => this.outages.find(tx, id));
    if (!found) throw new Refusal('outage.not_found');
    return this.#asProviderFor(found.tenantId, async (tx) => {
      await write(tx, (await this.outages.hold(tx, id))!);
      return (await this.outages.find(tx, id))!;
    });
  }
}
