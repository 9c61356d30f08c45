import type { DeletionSelection } from '@inkproof/contract';
import type { Ids } from '@inkproof/kernel';
import type { Database, ObjectStore, Run } from '@inkproof/platform';
import type { ErasableKind, Erased, Expired, Found, Place } from '@inkproof/retention';
import { keepingBegins } from '../model/kept-until.js';
import { ExpiryStore } from './expiry-store.js';

interface Row {
  [column: string]: unknown;
  id: string;
  subject_hash: Buffer;
  object_id: string | null;
  version_id: string;
  filing_id: string;
  text_ends_at: Date | null;
  expires_at: Date | null;
  withdrawn_at: Date | null;
  last_relied_at: Date | null;
  /** Recognitions that relied on it and that a hold names. */
  named: string[];
}

const found = (row: Row): Found => ({
  id: row.id,
  subjects: [row.subject_hash],
  relatives: [row.version_id, row.filing_id, ...(row.object_id === null ? [] : [row.object_id]), ...row.named],
  start: keepingBegins({ expiresAt: row.expires_at, withdrawnAt: row.withdrawn_at, lastReliedAt: row.last_relied_at, textEndsAt: row.text_ends_at }) ?? 'not_begun',
});

const countBy = <Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

/** What a selection means here, with its values from $4 on. Recognitions and jobs, which tags and ids are of, are others'. */
const chosen = (selection: DeletionSelection): { sql: string; values: unknown[] } => {
  if ('request' in selection && selection.of === 'material') return { sql: 'subject_hash = (SELECT q.subject_hash FROM subject_request q WHERE q.tenant_id = $1 AND q.id = $4)', values: [selection.request] };
  return { sql: 'everything' in selection && selection.everything === 'tenant' ? 'TRUE' : 'FALSE', values: [] };
};

/** Authorisations with their material, for the one way of erasing. Nothing is left of one: what relied on it says which it was, and no more. */
export class ErasableAuthorisations implements ErasableKind<Run> {
  readonly class = 'authorisation_material';
  readonly #expiries = new ExpiryStore();

  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly ids: Ids,
  ) {}

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    const rows = await run<Row>({
      name: 'lock_authorisations',
      text: `SELECT a.id, a.subject_hash, a.object_id, a.version_id, v.filing_id, text_ends_at($1, a.version_id) AS text_ends_at, a.expires_at, a.withdrawn_at, a.last_relied_at,
               ARRAY(SELECT r.id FROM recognition r JOIN legal_hold_item i ON i.tenant_id = r.tenant_id AND i.object_id = r.id WHERE r.tenant_id = a.tenant_id AND r.authorisation_id = a.id) AS named
             FROM authorisation a JOIN filing_version v ON v.tenant_id = a.tenant_id AND v.id = a.version_id
             WHERE a.tenant_id = $1 AND a.id = ANY($2) ORDER BY a.id FOR UPDATE OF a`,
      values: [tenantId, ids],
    });
    return rows.map(found);
  }

  async destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    const rows = await run<{ id: string; object_id: string | null; version_id: string; custody: string }>({ name: 'erase_authorisations', text: 'DELETE FROM authorisation WHERE tenant_id = $1 AND id = ANY($2) RETURNING id, object_id, version_id, custody', values: [tenantId, ids] });
    await this.#expiries.addMaterial(run, tenantId, countBy(rows.filter(({ custody }) => custody === 'commitment'), ({ version_id }) => version_id), this.ids);
    const objects = await this.objects.erase(run, tenantId, rows.flatMap(({ object_id }) => object_id ?? []));
    const blobs = new Map(objects.map(({ id, blob }) => [id, blob]));
    return rows.map(({ id, object_id }) => {
      const keys = object_id !== null && blobs.has(object_id) ? [object_id] : [];
      return { id, keys, blobs: keys.flatMap((key) => blobs.get(key) ?? []) };
    });
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await run<{ id: string }>({
      name: 'authorisations_left',
      text: `SELECT id FROM authorisation WHERE tenant_id = $1 AND id = ANY($2)
             UNION SELECT t.object_id FROM tombstone t JOIN stored_object o ON o.tenant_id = t.tenant_id AND o.id = ANY(t.keys) WHERE t.tenant_id = $1 AND t.object_id = ANY($2) AND t.record_class = 'authorisation_material'`,
      values: [tenantId, ids],
    });
    return rows.map(({ id }) => id);
  }

  async select(run: Run, tenantId: string, selection: DeletionSelection, afterId: string, size: number): Promise<string[]> {
    const { sql, values } = chosen(selection);
    return (await run<{ id: string }>({ text: `SELECT id FROM authorisation WHERE tenant_id = $1 AND id > $2 AND ${sql} ORDER BY id LIMIT $3`, values: [tenantId, afterId, size, ...values] })).map(({ id }) => id);
  }

  async count(run: Run, tenantId: string, selection: DeletionSelection): Promise<number> {
    const { sql, values } = chosen(selection);
    return (await run<{ count: number }>({ text: `SELECT count(*)::int AS count FROM authorisation WHERE tenant_id = $1 AND $2::text IS NULL AND $3::text IS NULL AND ${sql}`, values: [tenantId, null, null, ...values] }))[0]!.count;
  }

  async expired(at: Date, { dueAt, id }: Place, size: number): Promise<Expired[]> {
    return (await this.database.askAll<{ id: string; tenant_id: string; due_at: Date }>('gate_find_expired_authorisations', at, dueAt, id, size)).map((row) => ({ id: row.id, tenantId: row.tenant_id, dueAt: row.due_at }));
  }
}
