import type { Load, UsageDay } from '@inkproof/contract';
import { dayStart, addDays, type Day, type Id, type Ids } from '@inkproof/kernel';
import type { Database, Statement } from '@inkproof/platform';
import type { LedgerEntry } from '../model/ledger-entry.js';

/** Counts come back as bigint from PostgreSQL. */
type Counted<T> = { [K in keyof T]: T[K] extends number ? bigint | number : T[K] extends number | null ? bigint | number | null : T[K] };

const plain = <T extends object>(row: Counted<T>): T => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])) as T;

/** The one ledger: the answer, the console and every count are read from it. */
export class LedgerStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** For somebody's own act, so that the record and what it records stand or fall together. */
  writing(tenantId: Id<'ten'>, { at, requestId, keyId, channel, outcome, code, recognitionId, pages, billedPages, durationMs }: LedgerEntry): Statement {
    return {
      name: 'write_ledger_entry',
      text: `INSERT INTO ledger_entry (id, tenant_id, at, request_id, key_id, channel, outcome, code, recognition_id, pages, billed_pages, duration_ms)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      values: [this.ids.next('use'), tenantId, at, requestId, keyId, channel, outcome, code, recognitionId, pages, billedPages, durationMs],
    };
  }

  add(tenantId: Id<'ten'>, entry: LedgerEntry): Promise<void> {
    return this.database.writeAsTenant(tenantId, [this.writing(tenantId, entry)]);
  }

  /** Days with at least one call, oldest first. Days are those of Asia/Shanghai; the last one is included. */
  async byDay(tenantId: Id<'ten'>, from: Day, to: Day): Promise<UsageDay[]> {
    const rows = await this.database.asTenant(
      tenantId,
      (tx) => tx.$queryRaw<Counted<UsageDay>[]>`
        SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day,
               count(*) FILTER (WHERE outcome = 'accepted') AS accepted,
               count(*) FILTER (WHERE outcome = 'refused') AS refused,
               count(*) FILTER (WHERE outcome = 'failed') AS failed,
               sum(pages) AS pages, sum(billed_pages) AS billed_pages,
               percentile_disc(0.5) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE outcome = 'accepted') AS p50_ms,
               percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE outcome = 'accepted') AS p95_ms
        FROM ledger_entry
        WHERE tenant_id = ${tenantId} AND at >= ${dayStart(from)} AND at < ${dayStart(addDays(to, 1))}
        GROUP BY 1 ORDER BY 1`,
    );
    return rows.map(plain<UsageDay>);
  }

  /** Calls accepted in each of the 60 seconds before an instant, oldest first. A call shows once it was answered. */
  async bySecond(tenantId: Id<'ten'>, until: string): Promise<number[]> {
    const rows = await this.database.asTenant(
      tenantId,
      (tx) => tx.$queryRaw<{ back: number; accepted: bigint }[]>`
        SELECT floor(extract(epoch FROM ${until}::timestamptz - at))::int AS back, count(*) AS accepted
        FROM ledger_entry
        WHERE tenant_id = ${tenantId} AND outcome <> 'refused' AND at > ${until}::timestamptz - interval '60 seconds' AND at <= ${until}::timestamptz
        GROUP BY 1`,
    );
    const seconds = Array<number>(60).fill(0);
    for (const { back, accepted } of rows) seconds[59 - back] = Number(accepted);
    return seconds;
  }

  /** All tenants together in the last minutes by the store's clock, this one included, and the ten busiest. For the provider. */
  async load(minutesBack: number): Promise<Load> {
    return this.database.asProvider(async (tx) => {
      const minutes = await tx.$queryRaw<(Counted<Omit<Load['minutes'][number], 'at'>> & { at: Date })[]>`
        SELECT m.at, count(l.id) FILTER (WHERE l.outcome = 'accepted') AS accepted, count(l.id) FILTER (WHERE l.outcome = 'refused') AS refused,
               count(l.id) FILTER (WHERE l.outcome = 'failed') AS failed,
               percentile_disc(0.5) WITHIN GROUP (ORDER BY l.duration_ms) FILTER (WHERE l.outcome = 'accepted') AS p50_ms,
               percentile_disc(0.95) WITHIN GROUP (ORDER BY l.duration_ms) FILTER (WHERE l.outcome = 'accepted') AS p95_ms
        FROM generate_series(date_trunc('minute', now()) - make_interval(mins => ${minutesBack - 1}::int), date_trunc('minute', now()), interval '1 minute') AS m (at)
        LEFT JOIN ledger_entry l ON l.at >= m.at AND l.at < m.at + interval '1 minute'
        GROUP BY m.at ORDER BY m.at`;
      const tenants = await tx.$queryRaw<Counted<Load['tenants'][number]>[]>`
        SELECT t.id, t.name, count(*) FILTER (WHERE l.outcome = 'accepted') AS accepted, count(*) FILTER (WHERE l.outcome = 'refused') AS refused,
               count(*) FILTER (WHERE l.outcome = 'failed') AS failed
        FROM ledger_entry l JOIN tenant t ON t.id = l.tenant_id
        WHERE l.at >= date_trunc('minute', now()) - make_interval(mins => ${minutesBack - 1}::int) GROUP BY t.id ORDER BY count(*) DESC, t.id LIMIT 10`;
      return { minutes: minutes.map(({ at, ...counts }) => ({ at: at.toISOString(), ...plain<Omit<Load['minutes'][number], 'at'>>(counts) })), tenants: tenants.map(plain<Load['tenants'][number]>) };
    });
  }
}
