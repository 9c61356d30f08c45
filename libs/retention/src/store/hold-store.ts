import type { HoldScope } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';
import type { Holdable } from '../model/erasable.js';

export interface Hold {
  id: Id<'hld'>;
  tenantId: Id<'ten'>;
  tenantName: string;
  scope: HoldScope;
  /** Things it names. */
  objects: number;
  reason: string;
  reference: string;
  placedBy: string;
  placedAt: Date;
  liftedAt: Date | null;
  /** A request to lift it that waits for a second person. */
  lifting: Id<'apr'> | null;
}

export type NewHold = Pick<Hold, 'id' | 'tenantId' | 'scope' | 'reason' | 'reference' | 'placedBy' | 'placedAt'> & { subjectHash: Uint8Array | null };

/** What stands now, by what it is said of. */
interface Standing {
  everything: string[];
  named: Map<string, string[]>;
  /** By hash, hex. */
  subjects: Map<string, string[]>;
}

const COLUMNS = `h.id, h.tenant_id AS "tenantId", COALESCE(t.name, '') AS "tenantName", h.scope::text AS scope, (SELECT count(*)::int FROM legal_hold_item i WHERE i.tenant_id = h.tenant_id AND i.hold_id = h.id) AS objects, h.reason, h.reference, h.placed_by AS "placedBy", h.placed_at AS "placedAt", h.lifted_at AS "liftedAt",
  (SELECT a.id FROM approval a WHERE a.kind = 'hold.lift' AND a.state = 'waiting' AND a.tenant_id = h.tenant_id AND a.payload::jsonb ->> 'hold' = h.id AND a.expires_at > clock_timestamp() LIMIT 1) AS lifting`;

const FROM = 'FROM legal_hold h LEFT JOIN tenant t ON t.id = h.tenant_id';

const grouped = (rows: readonly { key: string; id: string }[]): Map<string, string[]> => {
  const by = new Map<string, string[]>();
  for (const { key, id } of rows) by.set(key, [...(by.get(key) ?? []), id]);
  return by;
};

/** Legal holds. A tenant's transaction sees those on its own things; only the provider's writes. */
export class HoldStore {
  async standing(run: Run, tenantId: string, things: readonly Holdable[]): Promise<Standing> {
    const rows = await run<{ id: string; scope: HoldScope; object: string | null; subject: string | null }>({
      name: 'standing_holds',
      text: `SELECT h.id, h.scope::text AS scope, i.object_id AS object, encode(h.subject_hash, 'hex') AS subject
             FROM legal_hold h LEFT JOIN legal_hold_item i ON i.tenant_id = h.tenant_id AND i.hold_id = h.id AND i.object_id = ANY($2)
             WHERE h.tenant_id = $1 AND h.lifted_at IS NULL AND (h.scope = 'tenant' OR h.scope = 'subject' AND h.subject_hash = ANY($3) OR i.object_id IS NOT NULL)`,
      values: [tenantId, things.flatMap(({ id, relatives }) => [id, ...relatives]), things.flatMap(({ subjects }) => subjects.map((hash) => Buffer.from(hash)))],
    });
    return {
      everything: rows.flatMap(({ id, scope }) => (scope === 'tenant' ? [id] : [])),
      named: grouped(rows.flatMap(({ id, object }) => (object === null ? [] : [{ key: object, id }]))),
      subjects: grouped(rows.flatMap(({ id, subject }) => (subject === null ? [] : [{ key: subject, id }]))),
    };
  }

  async add(run: Run, { id, tenantId, scope, subjectHash, reason, reference, placedBy, placedAt }: NewHold): Promise<void> {
    await run({
      name: 'place_hold',
      text: 'INSERT INTO legal_hold (id, tenant_id, scope, subject_hash, reason, reference, placed_by, placed_at) VALUES ($1, $2, $3::"HoldScope", $4, $5, $6, $7, $8)',
      values: [id, tenantId, scope, subjectHash, reason, reference, placedBy, placedAt],
    });
  }

  async name(run: Run, { id, tenantId }: Pick<Hold, 'id' | 'tenantId'>, objects: readonly string[]): Promise<void> {
    await run({ name: 'name_held', text: 'INSERT INTO legal_hold_item (hold_id, tenant_id, object_id) SELECT $1, $2, o FROM unnest($3::text[]) o ON CONFLICT DO NOTHING', values: [id, tenantId, objects] });
  }

  async find(run: Run, id: string): Promise<Hold | undefined> {
    return (await run<Hold>({ name: 'find_hold', text: `SELECT ${COLUMNS} ${FROM} WHERE h.id = $1`, values: [id] }))[0];
  }

  /** Held until the transaction ends. */
  async lock(run: Run, id: string): Promise<Hold | undefined> {
    await run({ name: 'lock_hold', text: 'SELECT FROM legal_hold WHERE id = $1 FOR UPDATE', values: [id] });
    return this.find(run, id);
  }

  /** Newest first: of one tenant, or of all. */
  list(run: Run, tenantId: string | null, { below, size }: { below?: string; size: number }): Promise<Hold[]> {
    return run<Hold>({ name: 'list_holds', text: `SELECT ${COLUMNS} ${FROM} WHERE ($1::text IS NULL OR h.tenant_id = $1) AND ($2::text IS NULL OR h.id < $2) ORDER BY h.id DESC LIMIT $3`, values: [tenantId, below ?? null, size] });
  }

  async isTenant(run: Run, tenantId: string): Promise<boolean> {
    return (await run({ name: 'hold_tenant', text: 'SELECT 1 FROM tenant WHERE id = $1', values: [tenantId] })).length > 0;
  }
}
