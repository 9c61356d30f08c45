import type { CallLimit, LedgerCall } from '@inkproof/contract';
import { addDays, dayStart, type Day, type Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';

/** Which calls of a tenant are asked for. */
export interface WhichCalls {
  from: Day;
  to: Day;
  outcome?: LedgerCall['outcome'];
  key?: string;
  request_id?: string;
}

interface CallRow extends Omit<LedgerCall, 'key' | 'recognition' | 'limit'> {
  key_id: Id<'key'> | null;
  key_label: string | null;
  recognition_id: Id<'rec'> | null;
  limit_name: CallLimit | null;
  limit_max: number | null;
}

const columns = Prisma.sql`l.id, quota_instant(l.at) AS at, l.request_id, l.key_id, k.label AS key_label, l.channel::text AS channel, l.environment::text AS environment, l.route, l.outcome::text AS outcome,
  l.code, l.reason, l.page_reasons, l.recognition_id, l.pages, l.billed_pages, l.duration_ms, l.limit_name, l.limit_max`;
const rows = Prisma.sql`ledger_entry l LEFT JOIN api_key k ON k.tenant_id = l.tenant_id AND k.id = l.key_id`;

const show = ({ key_id, key_label, recognition_id, limit_name, limit_max, ...row }: CallRow): LedgerCall => ({ ...row, key: key_id && { id: key_id, label: key_label ?? '' }, limit: limit_name && { name: limit_name, max: limit_max! }, recognition: recognition_id });

/** The ledger call by call. */
export class CallStore {
  /** Newest first, below the call that was shown last. */
  async list(tx: Tx, tenantId: Id<'ten'>, which: WhichCalls, { below, size }: { below?: string; size: number }): Promise<LedgerCall[]> {
    const after = below === undefined ? Prisma.empty : Prisma.sql`AND (l.at, l.id) < (SELECT b.at, b.id FROM ledger_entry b WHERE b.tenant_id = ${tenantId} AND b.id = ${below})`;
    return (await tx.$queryRaw<CallRow[]>`SELECT ${columns} FROM ${rows} WHERE ${this.#those(tenantId, which)} ${after} ORDER BY l.at DESC, l.id DESC LIMIT ${size}`).map(show);
  }

  /** Oldest first, above the call that was written out last. */
  async next(tx: Tx, tenantId: Id<'ten'>, which: WhichCalls, { above, size }: { above?: { at: string; id: string }; size: number }): Promise<LedgerCall[]> {
    const after = above === undefined ? Prisma.empty : Prisma.sql`AND (l.at, l.id) > (${above.at}::timestamptz, ${above.id})`;
    return (await tx.$queryRaw<CallRow[]>`SELECT ${columns} FROM ${rows} WHERE ${this.#those(tenantId, which)} ${after} ORDER BY l.at, l.id LIMIT ${size}`).map(show);
  }

  async find(tx: Tx, tenantId: Id<'ten'>, id: Id<'use'>): Promise<LedgerCall | undefined> {
    const [row] = await tx.$queryRaw<CallRow[]>`SELECT ${columns} FROM ${rows} WHERE l.tenant_id = ${tenantId} AND l.id = ${id}`;
    return row && show(row);
  }

  #those(tenantId: Id<'ten'>, { from, to, outcome, key, request_id }: WhichCalls): Prisma.Sql {
    return Prisma.join(
      [
        Prisma.sql`l.tenant_id = ${tenantId} AND l.at >= ${dayStart(from)} AND l.at < ${dayStart(addDays(to, 1))}`,
        ...(outcome === undefined ? [] : [Prisma.sql`l.outcome = ${outcome}::"Outcome"`]),
        ...(key === undefined ? [] : [Prisma.sql`l.key_id = ${key}`]),
        ...(request_id === undefined ? [] : [Prisma.sql`l.request_id = ${request_id}`]),
      ],
      ' AND ',
    );
  }
}
