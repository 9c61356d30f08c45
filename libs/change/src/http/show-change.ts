import type { ChangeEvent, ChangeNotice, ChangeNoticeSummary, NoticeSetting } from '@inkproof/contract';
import { isAutomatic } from '../model/planned-change.js';
import type { ListedChange, StoredChange } from '../store/change-store.js';

const somebody = (id: string, name: string | null): { id: string; name: string | null } => ({ id, name });
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const showSummary = ({ id, tenantId, tenant, urgency, state, settings, change, reason, contact, waiver, filedAt, filedBy, filedByName, earliestAt, effectiveAt, standing, ticketId }: ListedChange): ChangeNoticeSummary => ({
  id: id as ChangeNoticeSummary['id'],
  tenant: { id: tenantId as ChangeNoticeSummary['tenant']['id'], name: tenant.name },
  urgency,
  state,
  settings: settings as NoticeSetting[],
  change,
  reason,
  contact,
  filed_at: filedAt.toISOString(),
  filed_by: somebody(filedBy, filedByName),
  earliest_at: iso(earliestAt),
  effective_at: iso(effectiveAt),
  waiver,
  automatic: isAutomatic(change),
  due_by: standing.dueBy === null ? null : new Date(standing.dueBy).toISOString(),
  overdue: standing.overdue,
  ticket: ticketId as ChangeNoticeSummary['ticket'],
});

const showEvent = ({ id, at, kind, side, by, byName, words }: StoredChange['events'][number]): ChangeEvent => ({ id: id as ChangeEvent['id'], at: at.toISOString(), kind, side, by: by === null ? null : somebody(by, byName), words });

export const showChange = (notice: StoredChange): ChangeNotice => ({ ...showSummary(notice), events: notice.events.map(showEvent) });
