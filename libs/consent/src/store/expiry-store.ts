import type { Unattested } from '@inkproof/contract';
import { addDays, type Day, type Id, type Ids } from '@inkproof/kernel';
import { Prisma, type Run, type Tx } from '@inkproof/platform';
import { lateWhenToldBy, resultsDueAt, type ExpiryStanding } from '../model/expiry.js';

export interface StoredAttestation {
  id: Id<'att'>;
  at: Date;
  by: string;
  outcome: 'deleted' | 'kept_by_law';
  deletedAt: Date | null;
  basis: string | null;
}

export interface StoredExpiry extends ExpiryStanding {
  id: Id<'exp'>;
  kind: 'results' | 'material';
  day: Day;
  count: number;
  dueAt: Date;
  toldAt: Date;
  filing: { id: Id<'flg'>; name: string; version: number } | null;
  attestation: StoredAttestation | null;
}

export interface WhichExpiries {
  state?: 'open' | 'late' | 'attested' | undefined;
  below?: string | undefined;
  ids?: readonly string[];
  size: number;
}

interface Row extends Omit<StoredExpiry, 'filing' | 'attestation'>, Omit<StoredAttestation, 'id' | 'outcome'> {
  filingId: Id<'flg'> | null;
  name: string | null;
  version: number | null;
  attestationId: Id<'att'> | null;
}

const expiryOf = ({ filingId, name, version, attestationId, at, by, deletedAt, basis, ...row }: Row): StoredExpiry => ({
  ...row,
  filing: filingId && { id: filingId, name: name!, version: version! },
  attestation: attestationId && { id: attestationId, at, by, outcome: row.outcome!, deletedAt, basis },
});

const standing = { open: Prisma.sql`AND e.attestation_id IS NULL`, late: Prisma.sql`AND e.attestation_id IS NULL AND e.escalated_at IS NOT NULL`, attested: Prisma.sql`AND e.attestation_id IS NOT NULL` };
const MOST_TENANTS = 200;

/** Copies of tenants whose time is over, and what they said of them. */
export class ExpiryStore {
  /** Newest first. */
  async list(tx: Tx, tenantId: Id<'ten'>, { state, below, ids, size }: WhichExpiries): Promise<StoredExpiry[]> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT e.id, e.kind::text AS kind, e.day::text AS day, e.count, e.due_at AS "dueAt", e.told_at AS "toldAt", e.escalated_at AS "escalatedAt", f.id AS "filingId", f.name, v.number AS version,
        e.attestation_id AS "attestationId", a.at, a.by, a.outcome::text AS outcome, a.deleted_at AS "deletedAt", a.basis
      FROM expiry e LEFT JOIN filing_version v ON v.tenant_id = e.tenant_id AND v.id = e.version_id LEFT JOIN filing f ON f.tenant_id = v.tenant_id AND f.id = v.filing_id
        LEFT JOIN attestation a ON a.tenant_id = e.tenant_id AND a.id = e.attestation_id
      WHERE e.tenant_id = ${tenantId} AND e.told_at IS NOT NULL ${state ? standing[state] : Prisma.empty} ${below ? Prisma.sql`AND e.id < ${below}` : Prisma.empty} ${ids ? Prisma.sql`AND e.id = ANY(${[...ids]})` : Prisma.empty}
      ORDER BY e.id DESC LIMIT ${size}`;
    return rows.map(expiryOf);
  }

  /** The same by their ids, and nobody else attests them until the transaction ends. */
  async hold(tx: Tx, tenantId: Id<'ten'>, ids: readonly string[]): Promise<StoredExpiry[]> {
    await tx.$queryRaw`SELECT id FROM expiry WHERE tenant_id = ${tenantId} AND id = ANY(${[...ids]}) ORDER BY id FOR UPDATE`;
    return this.list(tx, tenantId, { ids, size: ids.length });
  }

  async attest(tx: Tx, tenantId: Id<'ten'>, attestation: StoredAttestation, ids: readonly string[]): Promise<void> {
    await tx.attestation.create({ data: { ...attestation, tenantId } });
    await tx.expiry.updateMany({ where: { tenantId, id: { in: [...ids] } }, data: { attestationId: attestation.id } });
  }

  /** Of all tenants that the transaction may see: those of which most is late first, then those that wait longest. */
  async unattested(tx: Tx): Promise<Unattested[]> {
    const rows = await tx.$queryRaw<{ id: Id<'ten'>; name: string; open: number; late: number; copies: number; oldest: Date }[]>`
      SELECT t.id, t.name, count(*)::int AS open, count(e.escalated_at)::int AS late, sum(e.count)::int AS copies, min(e.due_at) AS oldest
      FROM expiry e JOIN tenant t ON t.id = e.tenant_id WHERE e.attestation_id IS NULL AND e.told_at IS NOT NULL
      GROUP BY t.id, t.name ORDER BY count(e.escalated_at) DESC, min(e.due_at), t.id LIMIT ${MOST_TENANTS}`;
    return rows.map(({ id, name, oldest, ...counts }) => ({ tenant: { id, name }, ...counts, oldest_due_at: oldest.toISOString() }));
  }

  /** Tenants for which nobody has looked today. */
  async toLookAt(tx: Tx, today: Day, size: number): Promise<Id<'ten'>[]> {
    const rows = await tx.$queryRaw<{ id: Id<'ten'> }[]>`
      SELECT t.id FROM tenant t WHERE NOT EXISTS (SELECT FROM expiry_look l WHERE l.tenant_id = t.id AND l.through >= ${today}::date)
        AND (EXISTS (SELECT FROM filing_version v WHERE v.tenant_id = t.id AND v.accepted_at IS NOT NULL) OR EXISTS (SELECT FROM expiry e WHERE e.tenant_id = t.id AND e.attestation_id IS NULL))
      ORDER BY t.id LIMIT ${size}`;
    return rows.map(({ id }) => id);
  }

  /** Takes the days through today, and answers the first of them; null when another node has. A tenant's first day is today: what was over before nobody was told of. */
  async takeDays(tx: Tx, tenantId: Id<'ten'>, today: Day): Promise<Day | null> {
    await tx.$executeRaw`INSERT INTO expiry_look (tenant_id, through) VALUES (${tenantId}, ${addDays(today, -1)}::date) ON CONFLICT DO NOTHING`;
    const [taken] = await tx.$queryRaw<{ first: Day }[]>`
      UPDATE expiry_look l SET through = ${today}::date FROM (SELECT through FROM expiry_look WHERE tenant_id = ${tenantId} FOR UPDATE) before
      WHERE l.tenant_id = ${tenantId} AND before.through < ${today}::date RETURNING (before.through + 1)::text AS first`;
    return taken?.first ?? null;
  }

  /** Writes down what came to its end on these days, and answers the ids of all that the tenant is to be told of. */
  async expire(tx: Tx, tenantId: Id<'ten'>, first: Day, today: Day, now: Date, ids: Ids): Promise<Id<'exp'>[]> {
    const ended = await tx.$queryRaw<{ versionId: string; keepsDays: number; day: Day; count: number }[]>`
      SELECT v.id AS "versionId", v.retention_days AS "keepsDays", d.day::text AS day, c.count
      FROM filing_version v CROSS JOIN LATERAL (SELECT ${first}::date + n - v.retention_days - 1 AS day FROM generate_series(0, ${today}::date - ${first}::date) n) d
        CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM ledger_entry l WHERE l.tenant_id = ${tenantId} AND l.filing_version_id = v.id AND l.outcome = 'accepted'
          AND l.at >= d.day::timestamp AT TIME ZONE 'Asia/Shanghai' AND l.at < (d.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') c
      WHERE v.tenant_id = ${tenantId} AND v.accepted_at IS NOT NULL AND v.retention_days > 0 AND c.count > 0`;
    const rows = ended.map(({ versionId, keepsDays, day, count }) => ({ id: ids.next('exp'), tenantId, kind: 'results' as const, versionId, day: new Date(day), count, dueAt: resultsDueAt(day, keepsDays), toldAt: now }));
    await tx.expiry.createMany({ data: rows, skipDuplicates: true });
    const material = await tx.$queryRaw<{ id: Id<'exp'> }[]>`UPDATE expiry SET told_at = ${now}::timestamptz WHERE tenant_id = ${tenantId} AND told_at IS NULL AND day < ${today}::date RETURNING id`;
    return [...rows, ...material].map(({ id }) => id);
  }

  /** Those that are late from now on; `again` when others were before. */
  async escalate(tx: Tx, tenantId: Id<'ten'>, today: Day, now: Date): Promise<{ late: { id: Id<'exp'>; count: number; dueAt: Date }[]; again: boolean }> {
    const again = (await tx.expiry.count({ where: { tenantId, attestationId: null, escalatedAt: { not: null } } })) > 0;
    const late = await tx.$queryRaw<{ id: Id<'exp'>; count: number; dueAt: Date }[]>`
      UPDATE expiry SET escalated_at = ${now}::timestamptz
      WHERE tenant_id = ${tenantId} AND attestation_id IS NULL AND escalated_at IS NULL AND (told_at AT TIME ZONE 'Asia/Shanghai')::date <= ${lateWhenToldBy(today)}::date
      RETURNING id, count, due_at AS "dueAt"`;
    return { late, again };
  }

  /** What is open where people were not mailed for so many days; they count as mailed today. Null when there is nothing to say. */
  async mail(tx: Tx, tenantId: Id<'ten'>, today: Day, everyDays: number): Promise<{ open: number; copies: number; oldest: Date } | null> {
    const [open] = await tx.$queryRaw<{ open: number; copies: number; oldest: Date | null }[]>`
      SELECT count(*)::int AS open, coalesce(sum(count), 0)::int AS copies, min(due_at) AS oldest FROM expiry WHERE tenant_id = ${tenantId} AND attestation_id IS NULL AND told_at IS NOT NULL`;
    if (!open?.oldest) return null;
    const mailed = await tx.$executeRaw`UPDATE expiry_look SET mailed_on = ${today}::date WHERE tenant_id = ${tenantId} AND (mailed_on IS NULL OR mailed_on <= ${today}::date - ${everyDays}::int)`;
    return mailed === 0 ? null : { open: open.open, copies: open.copies, oldest: open.oldest };
  }

  /** Counts material that a tenant kept itself and whose record is erased now: added to what went on the same day. */
  async addMaterial(run: Run, tenantId: string, versions: ReadonlyMap<string, number>, ids: Ids): Promise<void> {
    if (versions.size === 0) return;
    await run({
      name: 'expire_material',
      text: `INSERT INTO expiry (id, tenant_id, kind, version_id, day, count, due_at)
             SELECT g.id, $1, 'material', g.version_id, today.day, g.count, (today.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
             FROM unnest($2::text[], $3::text[], $4::int[]) AS g (id, version_id, count) CROSS JOIN (SELECT (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date AS day) today ORDER BY g.version_id
             ON CONFLICT (tenant_id, kind, version_id, day) DO UPDATE SET count = expiry.count + excluded.count`,
      values: [tenantId, [...versions].map(() => ids.next('exp')), [...versions.keys()], [...versions.values()]],
    });
  }
}
