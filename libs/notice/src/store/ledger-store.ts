import type { DeliveryState, NoticeChannel, NoticeKind, NoticeTopic } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import type { NoticeValues } from '../model/notice.js';
import { deliveriesWhere, kindsOf, narrowed, type DeliveryRow } from './delivery-rows.js';

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

export interface DeliveriesAsked {
  state?: DeliveryState;
  channel?: NoticeChannel;
  tenant?: Id<'ten'>;
  unreached: boolean;
  below?: string;
  size: number;
}

export interface NoticesAsked {
  topic?: NoticeTopic;
  kind?: NoticeKind;
  subject?: string;
  /** A part of its title, or the id of what it is about. */
  search?: string;
  tenant?: Id<'ten'>;
  from?: Date;
  before?: Date;
  below?: string;
  size: number;
}

const whereOf = ({ topic, kind, subject, search, tenant, from, before, below }: NoticesAsked): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...(below === undefined ? [] : [Prisma.sql`n.id < ${below}`]),
      ...(topic === undefined ? [] : [Prisma.sql`n.kind = ANY(${kindsOf(topic)})`]),
      ...(kind === undefined ? [] : [Prisma.sql`n.kind = ${kind}`]),
      ...(subject === undefined ? [] : [Prisma.sql`n.subject = ${subject}`]),
      ...(search === undefined ? [] : [Prisma.sql`(n.subject = ${search} OR strpos(lower(n.words #>> '{zh,title}'), lower(${search})) > 0 OR strpos(lower(n.words #>> '{en,title}'), lower(${search})) > 0)`]),
      ...(tenant === undefined ? [] : [Prisma.sql`EXISTS (SELECT FROM notice_tenant c WHERE c.notice_id = n.id AND c.tenant_id = ${tenant})`]),
      ...(from === undefined ? [] : [Prisma.sql`n.published_at >= ${from}`]),
      ...(before === undefined ? [] : [Prisma.sql`n.published_at < ${before}`]),
    ],
    ' AND ',
  );

type Bare = Omit<PublishedRow, 'tenants' | 'owed' | 'reached'>;

const shown = Prisma.sql`n.id, n.kind, n.subject, n.words, n.link, n.staff, n.published_at AS "publishedAt", n.reach_by AS "reachBy", n.expanded_at AS "expandedAt"`;

/** The ledger as the provider reads it, in a transaction of its own. */
export class LedgerStore {
  async list(tx: Tx, asked: NoticesAsked): Promise<PublishedRow[]> {
    return this.#counted(tx, await tx.$queryRaw<Bare[]>`SELECT ${shown} FROM notice n WHERE ${whereOf(asked)} ORDER BY n.id DESC LIMIT ${asked.size}`);
  }

  async find(tx: Tx, id: string): Promise<PublishedRow | undefined> {
    return (await this.#counted(tx, await tx.$queryRaw<Bare[]>`SELECT ${shown} FROM notice n WHERE n.id = ${id}`))[0];
  }

  deliveries(tx: Tx, noticeId: string, { state, channel, tenant, unreached, below, size }: DeliveriesAsked): Promise<DeliveryRow[]> {
    const conditions = [
      Prisma.sql`d.notice_id = ${noticeId}`,
      ...narrowed({ state, channel, tenant, below }),
      ...(unreached ? [Prisma.sql`EXISTS (SELECT FROM notice_tenant n WHERE n.notice_id = d.notice_id AND n.tenant_id = d.tenant_id AND n.duty = 'required' AND n.reached_at IS NULL)`] : []),
    ];
    return deliveriesWhere(tx, Prisma.join(conditions, ' AND '), size);
  }

  /** The mail that carried a delivery; undefined when there is no such delivery or no mail carried it. */
  async carrier(tx: Tx, id: string): Promise<string | undefined> {
    return (await tx.noticeDelivery.findFirst({ where: { id, channel: 'mail' }, select: { carrierId: true } }))?.carrierId ?? undefined;
  }

  async #counted(tx: Tx, notices: readonly Bare[]): Promise<PublishedRow[]> {
    const counts = await tx.$queryRaw<{ id: string; tenants: number; owed: number; reached: number }[]>`
      SELECT t.notice_id AS id, count(*)::int AS tenants, count(*) FILTER (WHERE t.duty = 'required')::int AS owed,
        count(*) FILTER (WHERE t.duty = 'required' AND t.reached_at IS NOT NULL AND (n.reach_by IS NULL OR t.reached_at <= n.reach_by))::int AS reached
      FROM notice_tenant t JOIN notice n ON n.id = t.notice_id WHERE t.notice_id = ANY(${notices.map(({ id }) => id)}) GROUP BY t.notice_id`;
    const of = new Map(counts.map(({ id, ...count }) => [id, count]));
    return notices.map((notice) => ({ ...notice, ...(of.get(notice.id) ?? { tenants: 0, owed: 0, reached: 0 }) }));
  }
}
