import type { DeliveryState, NoticeChannel, NoticeDuty, NoticeKind, NoticeTopic } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import type { NoticeValues } from '../model/notice.js';
import { kindsOf } from './delivery-rows.js';

/** What a tenant was told, and what became of it on each way. */
export interface ToldRow {
  id: Id<'ntc'>;
  kind: NoticeKind;
  subject: string;
  words: NoticeValues;
  link: string;
  publishedAt: Date;
  toldAt: Date;
  duty: NoticeDuty;
  reachedAt: Date | null;
  deliveries: { channel: NoticeChannel; state: DeliveryState; count: number }[];
}

/** Notices as the tenant has them whom they were told to, in a transaction of its own. */
export class ToldStore {
  /** Where a notice stands in the order of telling; undefined where it was not told to this tenant. */
  async numberOf(tx: Tx, tenantId: Id<'ten'>, id: string): Promise<bigint | undefined> {
    return (await tx.noticeTenant.findUnique({ where: { noticeId_tenantId: { noticeId: id, tenantId } }, select: { toldNumber: true } }))?.toldNumber ?? undefined;
  }

  /** In the order in which they were told. */
  list(tx: Tx, tenantId: Id<'ten'>, { above, topic, size }: { above: bigint; topic?: NoticeTopic; size: number }): Promise<ToldRow[]> {
    const ofTopic = topic === undefined ? Prisma.empty : Prisma.sql`AND n.kind = ANY(${kindsOf(topic)})`;
    return this.#told(tx, tenantId, Prisma.sql`t.told_number > ${above} ${ofTopic}`, size);
  }

  async find(tx: Tx, tenantId: Id<'ten'>, id: string): Promise<ToldRow | undefined> {
    return (await this.#told(tx, tenantId, Prisma.sql`t.notice_id = ${id} AND t.told_number IS NOT NULL`, 1))[0];
  }

  #told(tx: Tx, tenantId: Id<'ten'>, where: Prisma.Sql, size: number): Promise<ToldRow[]> {
    return tx.$queryRaw<ToldRow[]>`
      SELECT n.id, n.kind, n.subject, n.words, n.link, n.published_at AS "publishedAt", t.expanded_at AS "toldAt", t.duty::text, t.reached_at AS "reachedAt",
        (SELECT coalesce(jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state, 'count', d.count) ORDER BY d.channel, d.state), '[]')
         FROM (SELECT channel, state, count(*)::int FROM notice_delivery WHERE notice_id = n.id AND tenant_id = ${tenantId} GROUP BY channel, state) d) AS deliveries
      FROM notice_tenant t JOIN notice n ON n.id = t.notice_id WHERE t.tenant_id = ${tenantId} AND ${where} ORDER BY t.told_number LIMIT ${size}`;
  }
}
