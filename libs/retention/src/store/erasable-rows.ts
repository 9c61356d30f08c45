import type { DeletionSelection, RecordClass } from '@inkproof/contract';
import type { Database, Run } from '@inkproof/platform';
import type { ErasableKind, Erased, Expired, Found, Place } from '../model/erasable.js';

/** Things of one table, as the domain that keeps them says how to reach them. In every statement $1 is the tenant and $2 are ids. */
export interface RowsOfKind {
  class: RecordClass;
  prefix: string;
  /** Classes of what relies on them. */
  after?: readonly RecordClass[];
  /** Where a tenant's own are listed, and by what they are called there. */
  table: string;
  id: string;
  /** Locks something in their place, where the tenant itself may not lock them. */
  first?: string;
  /** Locks them in the order of their ids. Answers id, since when their period counts (null while it has not begun), relatives, and keyed hashes of people where they tell of any. */
  lock: string;
  /** The store's own function that takes them away with all that goes with them, and answers what lay outside of the database under which id. */
  erase: 'gate_erase_notices' | 'gate_erase_changes' | 'gate_erase_security_notices' | 'gate_erase_disputes' | 'gate_erase_filings' | 'gate_erase_inspections' | 'gate_erase_requests';
  /** Answers the ids of which a row is left. */
  left: string;
  expired: 'gate_find_expired_notices' | 'gate_find_expired_changes' | 'gate_find_expired_security_notices' | 'gate_find_expired_disputes' | 'gate_find_expired_filings' | 'gate_find_expired_inspections' | 'gate_find_expired_requests';
}

interface Row {
  [column: string]: unknown;
  id: string;
  start: Date | null;
  relatives: string[];
  subjects?: Buffer[];
}

const isEverything = (selection: DeletionSelection): boolean => 'everything' in selection && selection.everything === 'tenant';

/** Things whose rows the application itself may not take away, for the one way of erasing. */
export class ErasableRows implements ErasableKind<Run> {
  readonly class: RecordClass;
  readonly prefix: string;
  readonly after: readonly RecordClass[];

  constructor(
    private readonly database: Database,
    private readonly rows: RowsOfKind,
  ) {
    [this.class, this.prefix, this.after] = [rows.class, rows.prefix, rows.after ?? []];
  }

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    if (this.rows.first) await run({ text: this.rows.first, values: [tenantId, ids] });
    const found = await run<Row>({ text: this.rows.lock, values: [tenantId, ids] });
    return found.map(({ id, start, relatives, subjects = [] }) => ({ id, subjects, relatives, start: start ?? 'not_begun' }));
  }

  async destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    const laid = await run<{ of: string; name: string; blob: string | null }>({ text: `SELECT e.of, e.name, e.blob FROM ${this.rows.erase}($1, $2) e`, values: [tenantId, ids] });
    return ids.map((id) => {
      const own = laid.filter(({ of }) => of === id);
      return { id, keys: own.map(({ name }) => name), blobs: own.flatMap(({ blob }) => blob ?? []) };
    });
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    return (await run<{ id: string }>({ text: this.rows.left, values: [tenantId, ids] })).map(({ id }) => id);
  }

  async select(run: Run, tenantId: string, selection: DeletionSelection, afterId: string, size: number): Promise<string[]> {
    if (!isEverything(selection)) return [];
    const { table, id } = this.rows;
    return (await run<{ id: string }>({ text: `SELECT ${id} AS id FROM ${table} WHERE tenant_id = $1 AND ${id} > $2 ORDER BY ${id} LIMIT $3`, values: [tenantId, afterId, size] })).map((row) => row.id);
  }

  async count(run: Run, tenantId: string, selection: DeletionSelection): Promise<number> {
    if (!isEverything(selection)) return 0;
    return (await run<{ count: number }>({ text: `SELECT count(*)::int AS count FROM ${this.rows.table} WHERE tenant_id = $1`, values: [tenantId] }))[0]!.count;
  }

  async expired(at: Date, { dueAt, id }: Place, size: number): Promise<Expired[]> {
    return (await this.database.askAll<{ id: string; tenant_id: string; due_at: Date }>(this.rows.expired, at, dueAt, id, size)).map((row) => ({ id: row.id, tenantId: row.tenant_id, dueAt: row.due_at }));
  }
}
