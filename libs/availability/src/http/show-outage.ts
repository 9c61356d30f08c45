import type { Outage, OutageBooking, OutageDispute } from '@inkproof/contract';
import { disputableUntil } from '../model/dispute.js';
import type { StoredBooking, StoredDispute, StoredOutage } from '../store/outage-store.js';

const showBooking = ({ at, by, from, until, cause, origin, evidenceKind, reference, words, reason }: StoredBooking, showsReference: boolean): OutageBooking => ({
  at: at.toISOString(),
  by,
  from: from.toISOString(),
  until: until?.toISOString() ?? null,
  cause,
  origin,
  evidence: { kind: evidenceKind, reference: showsReference || evidenceKind === 'window' ? reference : null, words },
  reason,
});

const showDispute = ({ id, tenantId, tenant, ticketId, at, state, answer, settledAt }: StoredDispute): OutageDispute => ({
  id: id as OutageDispute['id'],
  tenant: { id: tenantId as OutageDispute['tenant']['id'], name: tenant.name },
  ticket: ticketId as OutageDispute['ticket'],
  at: at.toISOString(),
  state,
  answer,
  settled_at: settledAt?.toISOString() ?? null,
});

const show = (outage: StoredOutage, showsReferences: boolean): Outage => ({
  id: outage.id as Outage['id'],
  component: outage.componentId,
  tenant: outage.tenantId === null ? null : { id: outage.tenantId as NonNullable<Outage['tenant']>['id'], name: outage.tenant?.name ?? '' },
  plans: outage.plans,
  from: outage.from.toISOString(),
  until: outage.until?.toISOString() ?? null,
  found_by: outage.foundBy,
  words: outage.words,
  incident: outage.incidentId as Outage['incident'],
  bookings: outage.bookings.map((booking) => showBooking(booking, showsReferences)),
  disputes: outage.disputes.map(showDispute),
  disputable_until: disputableUntil(outage)?.toISOString() ?? null,
});

export const showInLedger = (outage: StoredOutage): Outage => show(outage, true);

/** What proves an outage that everybody had may be another tenant's ticket. */
export const showToTenant = (outage: StoredOutage): Outage => show(outage, outage.tenantId !== null);
