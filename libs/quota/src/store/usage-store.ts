import type { Counts, UsageDay, UsageGroup, usageDimensions } from '@inkproof/contract';
import type { Day, Id } from '@inkproof/kernel';
import { Prisma, type Database, type Tx } from '@inkproof/platform';
import type { z } from 'zod';

type Sums = z.infer<typeof Counts>;
export type UsageDimension = (typeof usageDimensions)[number];
/** One day of one key by one route for one reason. */
export type UsageCell = Sums & { day: Day; key: string; label: string | null; route: string; reason: string };
export type GroupDay = Sums & Pick<UsageGroup, 'group' | 'label'> & { day: Day };

/** Sums come back as bigint or numeric from PostgreSQL. */
type Counted<T> = { [K in keyof T]: T[K] extends number ? bigint | Prisma.Decimal : T[K] };

const sums = Prisma.sql`sum(calls) FILTER (WHERE outcome = 'accepted') AS accepted, sum(calls) FILTER (WHERE outcome = 'refused') AS refused, sum(calls) FILTER (WHERE outcome = 'failed') AS failed,
  sum(pages) AS pages, sum(billed_pages) AS billed_pages`;

const plain = <Row extends Sums>(row: Counted<Row>): Row => ({ ...row, accepted: Number(row.accepted), refused: Number(row.refused), failed: Number(row.failed), pages: Number(row.pages), billed_pages: Number(row.billed_pages) }) as Row;

const columns: Record<UsageDimension, Prisma.Sql> = {
  key: Prisma.sql`key_id`,
  route: Prisma.sql`route`,
  outcome: Prisma.sql`outcome::text`,
  reason: Prisma.sql`reason`,
  environment: Prisma.sql`environment::text`,
  channel: Prisma.sql`channel::text`,
};

/** The ledger by day: its sums together with what is not summed yet, in one statement, so that every entry counts once. */
export class UsageStore {
  constructor(private readonly database: Database) {}

  /** Days with at least one call, oldest first. Days are those of Asia/Shanghai; the last one is included. */
  async byDay(tenantId: Id<'ten'>, from: Day, to: Day): Promise<UsageDay[]> {
    const rows = await this.database.asTenant(
      tenantId,
      (tx) => tx.$queryRaw<(Counted<Omit<UsageDay, 'p50_ms' | 'p95_ms'>> & Pick<UsageDay, 'p50_ms' | 'p95_ms'>)[]>`
        WITH counted AS (SELECT day, ${sums} FROM usage_days(${tenantId}, ${from}::date, ${to}::date) GROUP BY 1),
        timed AS (
          SELECT day, duration_ms, sum(sum(calls)) OVER (PARTITION BY day ORDER BY duration_ms) AS up_to, sum(sum(calls)) OVER (PARTITION BY day) AS of
          FROM usage_durations(${tenantId}, ${from}::date, ${to}::date) GROUP BY day, duration_ms
        ), placed AS (SELECT day, min(duration_ms) FILTER (WHERE up_to >= of * 0.5) AS p50_ms, min(duration_ms) FILTER (WHERE up_to >= of * 0.95) AS p95_ms FROM timed GROUP BY day)
        SELECT to_char(day, 'YYYY-MM-DD') AS day, COALESCE(accepted, 0) AS accepted, COALESCE(refused, 0) AS refused, COALESCE(failed, 0) AS failed, pages, billed_pages, p50_ms, p95_ms
        FROM counted LEFT JOIN placed USING (day) ORDER BY 1`,
    );
    return rows.map(plain<UsageDay>);
  }

  /** The same told apart by something, each group on each of its days. */
  async byGroup(tenantId: Id<'ten'>, by: UsageDimension, from: Day, to: Day): Promise<GroupDay[]> {
    const rows = await this.database.asTenant(
      tenantId,
      (tx) => tx.$queryRaw<Counted<GroupDay>[]>`
        WITH counted AS (
          SELECT ${columns[by]} AS "group", day, ${sums} FROM usage_days(${tenantId}, ${from}::date, ${to}::date) GROUP BY 1, 2
        )
        SELECT c."group", k.label, to_char(c.day, 'YYYY-MM-DD') AS day, COALESCE(accepted, 0) AS accepted, COALESCE(refused, 0) AS refused, COALESCE(failed, 0) AS failed, pages, billed_pages
        FROM counted c LEFT JOIN api_key k ON k.tenant_id = ${tenantId} AND k.id = c."group" ORDER BY c.day, c."group"`,
    );
    return rows.map(plain<GroupDay>);
  }

  /** Days told apart by everything that a statement tells apart, from one look at the ledger. */
  async cells(tx: Tx, tenantId: Id<'ten'>, from: Day, to: Day): Promise<UsageCell[]> {
    const rows = await tx.$queryRaw<Counted<UsageCell>[]>`
      WITH counted AS (
        SELECT day, key_id AS key, route, reason, ${sums} FROM usage_days(${tenantId}, ${from}::date, ${to}::date) GROUP BY 1, 2, 3, 4
      )
      SELECT to_char(c.day, 'YYYY-MM-DD') AS day, c.key, k.label, c.route, c.reason, COALESCE(accepted, 0) AS accepted, COALESCE(refused, 0) AS refused, COALESCE(failed, 0) AS failed, pages, billed_pages
      FROM counted c LEFT JOIN api_key k ON k.tenant_id = ${tenantId} AND k.id = c.key ORDER BY 1, 2, 4, 5`;
    return rows.map(plain<UsageCell>);
  }
}
