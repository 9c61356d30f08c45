import type { NoticeKind } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import type { NoticeValues } from '../model/notice.js';
import { deliveriesWhere, narrowed, type DeliveryNarrowing, type DeliveryRow } from './delivery-rows.js';

/** A delivery and what it brings. */
export type FoundRow = DeliveryRow & { notice: { id: Id<'ntc'>; kind: NoticeKind; subject: string; words: NoticeValues } };

export interface DeliverySearched extends DeliveryNarrowing {
  /** The id of what it is about. */
  subject?: string;
  size: number;
}

/** The ledger across all notices, in a transaction of the provider's. */
export class DeliverySearch {
  async find(tx: Tx, { subject, size, ...asked }: DeliverySearched): Promise<FoundRow[]> {
    const about = subject === undefined ? [] : [Prisma.sql`d.notice_id IN (SELECT n.id FROM notice n WHERE n.subject = ${subject})`];
    const rows = await deliveriesWhere(tx, Prisma.join([Prisma.sql`true`, ...about, ...narrowed(asked)], ' AND '), size);
    const notices = await tx.notice.findMany({ where: { id: { in: [...new Set(rows.map(({ noticeId }) => noticeId))] } }, select: { id: true, kind: true, subject: true, words: true } });
    const of = new Map(notices.map((notice) => [notice.id, notice as FoundRow['notice']]));
    return rows.map((row) => ({ ...row, notice: of.get(row.noticeId)! }));
  }

  /** Whose address it is, in whatever case. */
  async recipient(tx: Tx, email: string): Promise<{ id: Id<'per'>; name: string } | undefined> {
    const [found] = await tx.$queryRaw<{ id: Id<'per'>; name: string }[]>`SELECT p.id, p.name FROM person p WHERE lower(p.email) = lower(${email})`;
    return found;
  }
}
