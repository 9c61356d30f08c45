import type { DeletionSelection, EndStatement, RecordClass } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';
import type { Erased } from '../model/erasable.js';

export type DeletionState = 'waiting' | 'running' | 'verifying' | 'done' | 'cancelled';

export interface DeletionRecord {
  id: Id<'del'>;
  tenantId: Id<'ten'>;
  origin: 'request' | 'expiry';
  selection: DeletionSelection | null;
  classes: RecordClass[];
  afterId: string;
  state: DeletionState;
  requestedBy: string;
  requestedAt: Date;
  beginsAt: Date;
  endedAt: Date | null;
  total: number;
  erased: number;
  held: number;
  kept: number;
  holds: string[];
  salt: Buffer;
  /** What its certificate says of a service that has ended. */
  serviceEnd: EndStatement | null;
  certificate: Id<'dct'> | null;
}

export type NewDeletion = Pick<DeletionRecord, 'id' | 'tenantId' | 'origin' | 'classes' | 'state' | 'requestedBy' | 'requestedAt' | 'beginsAt' | 'total' | 'erased' | 'held' | 'kept' | 'holds' | 'salt'> & { /** Canonical JSON, both. */ selection: string | null; serviceEnd?: string };

export interface NewTombstone {
  tenantId: string;
  objectId: string;
  recordClass: RecordClass;
  deletionId: string;
  digest: Buffer;
  keys: readonly string[];
  blobs: readonly string[];
  at: Date;
  by: string;
}

const COLUMNS = `d.id, d.tenant_id AS "tenantId", d.origin::text AS origin, d.selection, d.classes, d.after_id AS "afterId", d.state::text AS state, d.requested_by AS "requestedBy", d.requested_at AS "requestedAt",
  d.begins_at AS "beginsAt", d.ended_at AS "endedAt", d.total, d.erased, d.held, d.kept, d.holds, d.salt, d.service_end AS "serviceEnd", (SELECT c.id FROM deletion_certificate c WHERE c.tenant_id = d.tenant_id AND c.deletion_id = d.id) AS certificate`;

type Row = Omit<DeletionRecord, 'selection' | 'serviceEnd'> & { selection: string | null; serviceEnd: string | null };
const parsed = <Said>(text: string | null): Said | null => (text === null ? null : (JSON.parse(text) as Said));
const read = ({ selection, serviceEnd, ...row }: Row): DeletionRecord => ({ ...row, selection: parsed<DeletionSelection>(selection), serviceEnd: parsed<EndStatement>(serviceEnd) });

/** Deletions of a tenant's, and the tombstones of what they erased. */
export class DeletionStore {
  async add(run: Run, { id, tenantId, origin, selection, classes, state, requestedBy, requestedAt, beginsAt, total, erased, held, kept, holds, salt, serviceEnd }: NewDeletion): Promise<void> {
    await run({
      name: 'add_deletion',
      text: 'INSERT INTO deletion (id, tenant_id, origin, selection, classes, state, requested_by, requested_at, begins_at, total, erased, held, kept, holds, salt, service_end) VALUES ($1, $2, $3::"DeletionOrigin", $4, $5, $6::"DeletionState", $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)',
      values: [id, tenantId, origin, selection, classes, state, requestedBy, requestedAt, beginsAt, total, erased, held, kept, holds, salt, serviceEnd ?? null],
    });
  }

  async find(run: Run, tenantId: string, id: string): Promise<DeletionRecord | undefined> {
    const [row] = await run<Row>({ name: 'find_deletion', text: `SELECT ${COLUMNS} FROM deletion d WHERE d.tenant_id = $1 AND d.id = $2`, values: [tenantId, id] });
    return row && read(row);
  }

  /** The newest of a selection, as canonical JSON, that was not cancelled. */
  async lastOf(run: Run, tenantId: string, selection: string): Promise<DeletionRecord | undefined> {
    const [row] = await run<Row>({ name: 'last_deletion_of', text: `SELECT ${COLUMNS} FROM deletion d WHERE d.tenant_id = $1 AND d.selection = $2 AND d.state <> 'cancelled' ORDER BY d.id DESC LIMIT 1`, values: [tenantId, selection] });
    return row && read(row);
  }

  /** Held until the transaction ends. Undefined when there is none; with `patient: false` also while somebody else has it. */
  async lock(run: Run, tenantId: string, id: string, { patient }: { patient: boolean }): Promise<DeletionRecord | undefined> {
    const [row] = await run<Row>({ name: patient ? 'lock_deletion' : 'try_deletion', text: `SELECT ${COLUMNS} FROM deletion d WHERE d.tenant_id = $1 AND d.id = $2 FOR UPDATE OF d ${patient ? '' : 'SKIP LOCKED'}`, values: [tenantId, id] });
    return row && read(row);
  }

  /** Newest first. */
  async list(run: Run, tenantId: string, { below, size, origin }: { below?: string; size: number; origin?: string }): Promise<DeletionRecord[]> {
    const rows = await run<Row>({ name: 'list_deletions', text: `SELECT ${COLUMNS} FROM deletion d WHERE d.tenant_id = $1 AND ($2::text IS NULL OR d.id < $2) AND ($4::text IS NULL OR d.origin::text = $4) ORDER BY d.id DESC LIMIT $3`, values: [tenantId, below ?? null, size, origin ?? null] });
    return rows.map(read);
  }

  async advance(run: Run, { tenantId, id, classes, afterId, state, erased, held, kept, holds }: DeletionRecord): Promise<void> {
    await run({
      name: 'advance_deletion',
      text: 'UPDATE deletion SET classes = $3, after_id = $4, state = $5::"DeletionState", erased = $6, held = $7, kept = $8, holds = $9 WHERE tenant_id = $1 AND id = $2',
      values: [tenantId, id, classes, afterId, state, erased, held, kept, holds],
    });
  }

  async end(run: Run, tenantId: string, id: string, state: 'done' | 'cancelled', at: Date): Promise<void> {
    await run({ name: 'end_deletion', text: 'UPDATE deletion SET state = $3::"DeletionState", ended_at = $4, failure = NULL WHERE tenant_id = $1 AND id = $2', values: [tenantId, id, state, at] });
  }

  async fail(run: Run, tenantId: string, id: string, failure: string): Promise<void> {
    await run({ name: 'fail_deletion', text: 'UPDATE deletion SET failure = $3 WHERE tenant_id = $1 AND id = $2', values: [tenantId, id, failure] });
  }

  async bury(run: Run, tombstones: readonly NewTombstone[]): Promise<void> {
    // Lists of lists have one length each in an array of the store's, so they go as JSON.
    await run({
      name: 'bury',
      text: `INSERT INTO tombstone (tenant_id, object_id, record_class, deletion_id, digest, keys, blobs, at, by)
             SELECT $1, t.object_id, $2, $3, t.digest, ARRAY(SELECT jsonb_array_elements_text(t.keys)), ARRAY(SELECT jsonb_array_elements_text(t.blobs)), $4, $5
             FROM unnest($6::text[], $7::bytea[], $8::jsonb[], $9::jsonb[]) AS t(object_id, digest, keys, blobs)`,
      values: [
        tombstones[0]!.tenantId,
        tombstones[0]!.recordClass,
        tombstones[0]!.deletionId,
        tombstones[0]!.at,
        tombstones[0]!.by,
        tombstones.map(({ objectId }) => objectId),
        tombstones.map(({ digest }) => digest),
        tombstones.map(({ keys }) => JSON.stringify(keys)),
        tombstones.map(({ blobs }) => JSON.stringify(blobs)),
      ],
    });
  }

  /** Under which deletion a thing was erased. */
  async graveOf(run: Run, tenantId: string, recordClass: RecordClass, objectId: string): Promise<{ deletionId: Id<'del'>; certificate: Id<'dct'> | null } | undefined> {
    const [row] = await run<{ deletionId: Id<'del'>; certificate: Id<'dct'> | null }>({
      name: 'find_grave',
      text: `SELECT t.deletion_id AS "deletionId", (SELECT c.id FROM deletion_certificate c WHERE c.tenant_id = t.tenant_id AND c.deletion_id = t.deletion_id) AS certificate FROM tombstone t WHERE t.tenant_id = $1 AND t.object_id = $2 AND t.record_class = $3`,
      values: [tenantId, objectId, recordClass],
    });
    return row;
  }

  /** In the order of ids and classes, behind one. */
  graves(run: Run, tenantId: string, deletionId: string, after: { objectId: string; recordClass: string }, size: number): Promise<(Erased & { recordClass: RecordClass })[]> {
    return run({
      name: 'list_graves',
      text: `SELECT object_id AS id, record_class AS "recordClass", keys, blobs FROM tombstone WHERE tenant_id = $1 AND deletion_id = $2 AND (object_id, record_class) > ($3, $4) ORDER BY object_id, record_class LIMIT $5`,
      values: [tenantId, deletionId, after.objectId, after.recordClass, size],
    });
  }
}
