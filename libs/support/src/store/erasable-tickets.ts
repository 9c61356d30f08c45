import { PROBE_TENANT, type DeletionSelection } from '@inkproof/contract';
import type { Database, ObjectStore, Run } from '@inkproof/platform';
import type { ErasableKind, Erased, Expired, Found, Place } from '@inkproof/retention';

interface Row {
  [column: string]: unknown;
  id: string;
  closed_at: Date | null;
  /** What it was linked to, merged into or split off into. */
  linked: string[];
  /** Whether an outage is disputed by it: the ledger of outages names it for as long as it stands. */
  is_dispute: boolean;
}

/** Its time begins when it is closed: what is open is nobody's past. What the probe wrote is nobody's evidence. */
const startOf = (tenantId: string, { closed_at, is_dispute }: Row): Found['start'] => (is_dispute || !closed_at ? 'not_begun' : tenantId === PROBE_TENANT ? 'none' : closed_at);

const isEverything = (selection: DeletionSelection): boolean => 'everything' in selection && selection.everything === 'tenant';

/** Tickets with all that was said, noted and attached, for the one way of erasing. */
export class ErasableTickets implements ErasableKind<Run> {
  readonly class = 'correspondence';
  readonly prefix = 'tkt';

  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
  ) {}

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    const rows = await run<Row>({
      name: 'lock_tickets',
      text: `SELECT t.id, (SELECT max(e.at) FROM ticket_event e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.state = 'closed') AS closed_at,
               ARRAY(SELECT e.reference FROM ticket_event e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.kind IN ('linked', 'merged', 'split') AND e.reference IS NOT NULL) AS linked,
               EXISTS (SELECT FROM outage_dispute d WHERE d.tenant_id = t.tenant_id AND d.ticket_id = t.id) AS is_dispute
             FROM ticket t WHERE t.tenant_id = $1 AND t.id = ANY($2) ORDER BY t.id FOR UPDATE OF t`,
      values: [tenantId, ids],
    });
    return rows.map((row) => ({ id: row.id, subjects: [], relatives: row.linked, start: startOf(tenantId, row) }));
  }

  async destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    const files = await run<{ ticket_id: string; object_id: string }>({ name: 'erase_tickets', text: 'SELECT ticket_id, object_id FROM gate_erase_tickets($1, $2)', values: [tenantId, ids] });
    const blobs = new Map((await this.objects.erase(run, tenantId, files.map(({ object_id }) => object_id))).map(({ id, blob }) => [id, blob]));
    return ids.map((id) => {
      const keys = files.filter(({ ticket_id, object_id }) => ticket_id === id && blobs.has(object_id)).map(({ object_id }) => object_id);
      return { id, keys, blobs: keys.flatMap((key) => blobs.get(key) ?? []) };
    });
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await run<{ id: string }>({
      name: 'tickets_left',
      text: `SELECT id FROM ticket WHERE tenant_id = $1 AND id = ANY($2)
             UNION SELECT ticket_id FROM ticket_event WHERE tenant_id = $1 AND ticket_id = ANY($2)
             UNION SELECT t.object_id FROM tombstone t JOIN stored_object o ON o.tenant_id = t.tenant_id AND o.id = ANY(t.keys) WHERE t.tenant_id = $1 AND t.object_id = ANY($2) AND t.record_class = 'correspondence'`,
      values: [tenantId, ids],
    });
    return rows.map(({ id }) => id);
  }

  async select(run: Run, tenantId: string, selection: DeletionSelection, afterId: string, size: number): Promise<string[]> {
    if (!isEverything(selection)) return [];
    return (await run<{ id: string }>({ name: 'select_tickets', text: 'SELECT id FROM ticket WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3', values: [tenantId, afterId, size] })).map(({ id }) => id);
  }

  async count(run: Run, tenantId: string, selection: DeletionSelection): Promise<number> {
    if (!isEverything(selection)) return 0;
    return (await run<{ count: number }>({ name: 'count_tickets', text: 'SELECT count(*)::int AS count FROM ticket WHERE tenant_id = $1', values: [tenantId] }))[0]!.count;
  }

  async expired(at: Date, { dueAt, id }: Place, size: number): Promise<Expired[]> {
    return (await this.database.askAll<{ id: string; tenant_id: string; due_at: Date }>('gate_find_expired_tickets', at, dueAt, id, size)).map((row) => ({ id: row.id, tenantId: row.tenant_id, dueAt: row.due_at }));
  }
}
