import type { Announce } from '@inkproof/notice';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';

type RequestNews = 'received' | 'due_soon' | 'overdue' | 'finished';
type InspectionNews = 'announced' | 'drawn' | 'due_soon' | 'overdue' | 'closed';

interface Request {
  id: string;
  kind: string;
  state: string;
  dueAt: Date;
}
interface Inspection {
  id: string;
  tenantId: string;
  dueAt: Date | null;
}

/** Tells a tenant's programs what becomes of requests and inspections: ids, states and times, nothing of what was asked or shown. In a transaction that speaks for the tenant. */
export class TellPrograms {
  constructor(private readonly announce: Announce) {}

  request(tx: Tx, tenantId: Id<'ten'>, news: RequestNews, { id, kind, state, dueAt }: Request): Promise<void> {
    return this.announce.tell(tx, tenantId, `subject_request.${news}`, id, { request_id: id, kind, state, due_at: dueAt.toISOString() });
  }

  inspection(tx: Tx, news: InspectionNews, { id, tenantId, dueAt }: Inspection): Promise<void> {
    return this.announce.tell(tx, tenantId as Id<'ten'>, `inspection.${news}`, id, { inspection_id: id, due_at: dueAt?.toISOString() ?? null });
  }
}
