import type { Load } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import type { Database, Statement } from '@inkproof/platform';
import { relianceColumns, type LedgerEntry } from '../model/ledger-entry.js';
import { reasonOf } from '../model/reason.js';

/** Counts come back as bigint from PostgreSQL. */
type Counted<T> = { [K in keyof T]: T[K] extends number ? bigint | number : T[K] extends number | null ? bigint | number | null : T[K] };

const plain = <T extends object>(row: Counted<T>): T => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])) as T;

/** How many at a time, so that no transaction is long. */
const LOST_AT_ONCE = 1_000;
const FOLDED_AT_ONCE = 20_000;
const BUSIEST = 10;

const COLUMNS = 'id, tenant_id, at, request_id, key_id, channel, environment, route, outcome, code, reason, page_reasons, recognition_id, pages, billed_pages, duration_ms, filing_version_id, authorisation_id, declared_categories, limit_name, limit_max';
/** With their types, which a SELECT of parameters does not tell. */
const PLACES = '$1, $2, $3::timestamptz, $4, $5, $6::"Channel", $7::"Environment", $8, $9::"Outcome", $10, $11, $12::jsonb, $13, $14::int, $15::int, $16::int, $17, $18, $19::text[]::"PersonalCategory"[], $20, $21::int';

const valuesOf = (id: Id<'use'>, tenantId: Id<'ten'>, entry: LedgerEntry): unknown[] => {
  const { at, requestId, keyId, channel, environment, route, outcome, code, recognitionId, pages, billedPages, pageReasons, durationMs, limit } = entry;
  return [id, tenantId, at, requestId, keyId, channel, environment, route, outcome, code, reasonOf(entry), JSON.stringify(pageReasons), recognitionId, pages, billedPages, durationMs, ...relianceColumns(entry.relied), limit?.name ?? null, limit?.max ?? null];
};

const UNIQUE_VIOLATION = '23505';

/** Whether an error says that a call stands in the ledger already, so that its record was not written. */
export const isRecordedByOthers = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === UNIQUE_VIOLATION && constraint === 'ledger_entry_pkey';
};

/** The one ledger: the answer, the console and every count are read from it. */
export class LedgerStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** For somebody's own act, so that the record and what it records stand or fall together. */
  writing(tenantId: Id<'ten'>, entry: LedgerEntry): Statement {
    return { name: 'write_ledger_entry', text: `INSERT INTO ledger_entry (${COLUMNS}) VALUES (${PLACES})`, values: valuesOf(this.ids.next('use'), tenantId, entry) };
  }

  /**
   * The same for a call that was admitted: its note among the open ones goes. Where others took it for lost and recorded it,
   * its id is taken (`isRecordedByOthers`), and nothing at all is written.
   */
  recording(tenantId: Id<'ten'>, id: Id<'use'>, entry: LedgerEntry): Statement {
    return { name: 'record_call', text: `WITH noted AS (DELETE FROM open_call WHERE id = $1 AND tenant_id = $2) INSERT INTO ledger_entry (${COLUMNS}) VALUES (${PLACES})`, values: valuesOf(id, tenantId, entry) };
  }

  add(tenantId: Id<'ten'>, entry: LedgerEntry): Promise<void> {
    return this.addAll(tenantId, [entry]);
  }

  /** All or none. */
  addAll(tenantId: Id<'ten'>, entries: readonly LedgerEntry[]): Promise<void> {
    return this.database.writeAsTenant(tenantId, entries.map((entry) => this.writing(tenantId, entry)));
  }

  /** Records as failed, and billed nothing, what nodes left behind that died. Answers how many. */
  async recordLost(): Promise<number> {
    return (await this.database.askAll('gate_record_lost_calls', LOST_AT_ONCE)).length;
  }

  /** Moves new entries into the sums that usage is told from. Answers how many; none while another node is about it. */
  async fold(): Promise<number> {
    const [row] = await this.database.askAll<{ folded: string }>('gate_fold_usage', FOLDED_AT_ONCE);
    return Number(row?.folded ?? 0);
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

  /**
   * All tenants together in the last minutes by the store's clock, this one included, and the ten busiest. For the provider,
   * which sees sums only: the store adds them up without showing a call.
   */
  async load(minutesBack: number): Promise<Load> {
    return this.database.asProvider(async (tx) => {
      const minutes = await tx.$queryRaw<(Counted<Omit<Load['minutes'][number], 'at'>> & { at: Date })[]>`SELECT * FROM gate_sum_minutes(${minutesBack}::int)`;
      const tenants = await tx.$queryRaw<Counted<Load['tenants'][number]>[]>`
        SELECT t.id, t.name, b.accepted, b.refused, b.failed FROM gate_sum_busiest(${minutesBack}::int, ${BUSIEST}::int) WITH ORDINALITY AS b JOIN tenant t ON t.id = b.tenant_id ORDER BY b.ordinality`;
      return { minutes: minutes.map(({ at, ...counts }) => ({ at: at.toISOString(), ...plain<Omit<Load['minutes'][number], 'at'>>(counts) })), tenants: tenants.map(plain<Load['tenants'][number]>) };
    });
  }
}
