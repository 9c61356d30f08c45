import type { DeliveryState, NoticeChannel, NoticeKind, NoticeTopic } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { NoticeValues } from '../model/notice.js';

/** A notice and how far it has come. */
export interface PublishedRow {
  id: Id<'ntc'>;
  kind: NoticeKind;
  subject: string;
  words: NoticeValues;
  link: string;
  staff: string[];
  publishedAt: Date;
  reachBy: Date | null;
  expandedAt: Date | null;
  tenants: number;
  owed: number;
  reached: number;
}

export interface DeliveryRow {
  id: Id<'ndl'>;
  tenant: { id: Id<'ten'>; name: string } | null;
  personId: string | null;
  personName: string | null;
  channel: NoticeChannel;
  owed: boolean;
  inPlaceOf: Id<'ndl'> | null;
  state: DeliveryState;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  settledAt: Date | null;
  readAt: Date | null;
  lastError: string | null;
  carrierId: string | null;
  sha256: string | null;
}

export interface DeliveriesAsked {
  state?: DeliveryState;
  channel?: NoticeChannel;
  tenant?: Id<'ten'>;
  unreached: boolean;
  below?: string;
  size: number;
}

const shown = { id: true, kind: true, subject: true, words: true, link: true, staff: true, publishedAt: true, reachBy: true, expandedAt: true } as const;

/** The ledger as the provider reads it, in a transaction of its own. */
export class LedgerStore {
  async list(tx: Tx, { below, size, topic, subject }: { below?: string; size: number; topic?: NoticeTopic; subject?: string }): Promise<PublishedRow[]> {
    const where = { ...(below !== undefined && { id: { lt: below } }), ...(topic && { kind: { startsWith: `${topic}.` } }), ...(subject !== undefined && { subject }) };
    return this.#counted(tx, (await tx.notice.findMany({ where, select: shown, orderBy: { id: 'desc' }, take: size })) as unknown as Omit<PublishedRow, 'tenants' | 'owed' | 'reached'>[]);
  }

  async find(tx: Tx, id: string): Promise<PublishedRow | undefined> {
    return (await this.#counted(tx, (await tx.notice.findMany({ where: { id }, select: shown })) as unknown as Omit<PublishedRow, 'tenants' | 'owed' | 'reached'>[]))[0];
  }

  async deliveries(tx: Tx, noticeId: string, { state, channel, tenant, unreached, below, size }: DeliveriesAsked): Promise<DeliveryRow[]> {
    const rows = await tx.$queryRaw<(Omit<DeliveryRow, 'tenant'> & { tenantId: Id<'ten'> | null; tenantName: string | null })[]>`
      SELECT d.id, d.tenant_id AS "tenantId", t.name AS "tenantName", d.person_id AS "personId", p.name AS "personName", d.channel::text, d.owed, d.in_place_of AS "inPlaceOf", d.state::text, d.attempts,
        d.created_at AS "createdAt", d.sent_at AS "sentAt", d.settled_at AS "settledAt", d.read_at AS "readAt", d.last_error AS "lastError", d.carrier_id AS "carrierId", a.sha256
      FROM notice_delivery d LEFT JOIN tenant t ON t.id = d.tenant_id LEFT JOIN person p ON p.id = d.person_id LEFT JOIN mail_archive a ON a.mail_id = d.carrier_id
      WHERE d.notice_id = ${noticeId} AND (${below ?? null}::text IS NULL OR d.id < ${below ?? null}::text)
        AND (${state ?? null}::text IS NULL OR d.state::text = ${state ?? null}::text) AND (${channel ?? null}::text IS NULL OR d.channel::text = ${channel ?? null}::text)
        AND (${tenant ?? null}::text IS NULL OR d.tenant_id = ${tenant ?? null}::text)
        AND (NOT ${unreached} OR EXISTS (SELECT FROM notice_tenant n WHERE n.notice_id = d.notice_id AND n.tenant_id = d.tenant_id AND n.duty = 'required' AND n.reached_at IS NULL))
      ORDER BY d.id DESC LIMIT ${size}`;
    return rows.map(({ tenantId, tenantName, ...row }) => ({ ...row, tenant: tenantId === null ? null : { id: tenantId, name: tenantName! } }));
  }

  /** The mail that carried a delivery; undefined when there is no such delivery or no mail carried it. */
  async carrier(tx: Tx, id: string): Promise<string | undefined> {
    return (await tx.noticeDelivery.findFirst({ where: { id, channel: 'mail' }, select: { carrierId: true } }))?.carrierId ?? undefined;
  }

  async #counted(tx: Tx, notices: readonly Omit<PublishedRow, 'tenants' | 'owed' | 'reached'>[]): Promise<PublishedRow[]> {
    const counts = await tx.$queryRaw<{ id: string; tenants: number; owed: number; reached: number }[]>`
      SELECT t.notice_id AS id, count(*)::int AS tenants, count(*) FILTER (WHERE t.duty = 'required')::int AS owed,
        count(*) FILTER (WHERE t.duty = 'required' AND t.reached_at IS NOT NULL AND (n.reach_by IS NULL OR t.reached_at <= n.reach_by))::int AS reached
      FROM notice_tenant t JOIN notice n ON n.id = t.notice_id WHERE t.notice_id = ANY(${notices.map(({ id }) => id)}) GROUP BY t.notice_id`;
    const of = new Map(counts.map(({ id, ...count }) => [id, count]));
    return notices.map((notice) => ({ ...notice, ...(of.get(notice.id) ?? { tenants: 0, owed: 0, reached: 0 }) }));
  }
}
