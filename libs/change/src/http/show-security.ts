import type { SecurityNotice } from '@inkproof/contract';
import type { StoredSecurity } from '../store/security-store.js';

export const showSecurity = ({ id, tenantId, tenant, origin, kind, since, words, at, by, byName, callsPerMinute, usualPerMinute, endedAt, ticketId }: StoredSecurity): SecurityNotice => ({
  id: id as SecurityNotice['id'],
  tenant: { id: tenantId as SecurityNotice['tenant']['id'], name: tenant.name },
  origin,
  kind,
  since: since.toISOString(),
  words,
  at: at.toISOString(),
  by: by === null ? null : { id: by, name: byName },
  told_after_seconds: Math.floor((at.getTime() - since.getTime()) / 1_000),
  calls_per_minute: callsPerMinute,
  usual_per_minute: usualPerMinute,
  ended_at: endedAt?.toISOString() ?? null,
  ticket: ticketId as SecurityNotice['ticket'],
});
