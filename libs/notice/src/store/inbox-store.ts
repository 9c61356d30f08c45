import type { NoticeKind, NoticeTopic } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { NoticeValues } from '../model/notice.js';

/** Whose inbox it is: a person's, as a member of a tenant or as one of the staff. */
export interface Reader {
  tenantId: Id<'ten'> | null;
  personId: string;
}

/** A notice as it lies in an inbox. */
export interface InboxRow {
  id: Id<'ndl'>;
  readAt: Date | null;
  pinned: boolean;
  notice: { id: Id<'ntc'>; kind: NoticeKind; subject: string; words: NoticeValues; link: string; publishedAt: Date };
}

const shown = { id: true, readAt: true, pinned: true, notice: { select: { id: true, kind: true, subject: true, words: true, link: true, publishedAt: true } } } as const;
const of = ({ tenantId, personId }: Reader) => ({ tenantId, personId, channel: 'app' }) as const;

/** What lies in people's inboxes. */
export class InboxStore {
  constructor(private readonly database: Database) {}

  /** A transaction in which the reader's inbox is seen. */
  in<Result>({ tenantId }: Reader, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return tenantId === null ? this.database.asProvider(work) : this.database.asTenant(tenantId, work);
  }

  async list(tx: Tx, reader: Reader, { below, size, unread, topic }: { below?: string; size: number; unread: boolean; topic?: NoticeTopic }): Promise<InboxRow[]> {
    const where = { ...of(reader), ...(below !== undefined && { id: { lt: below } }), ...(unread && { readAt: null }), ...(topic && { kind: { startsWith: `${topic}.` } }) };
    return (await tx.noticeDelivery.findMany({ where, select: shown, orderBy: { id: 'desc' }, take: size })) as unknown as InboxRow[];
  }

  unread(tx: Tx, reader: Reader): Promise<number> {
    return tx.noticeDelivery.count({ where: { ...of(reader), readAt: null } });
  }

  /** Oldest first. */
  async pinned(tx: Tx, reader: Reader, most: number): Promise<InboxRow[]> {
    return (await tx.noticeDelivery.findMany({ where: { ...of(reader), readAt: null, pinned: true }, select: shown, orderBy: { id: 'asc' }, take: most })) as unknown as InboxRow[];
  }

  /** Reading is told once; undefined when there is no such notice in this inbox. */
  async read(tx: Tx, reader: Reader, id: string, at: Date): Promise<InboxRow | undefined> {
    await tx.noticeDelivery.updateMany({ where: { ...of(reader), id, readAt: null }, data: { state: 'read', readAt: at } });
    return ((await tx.noticeDelivery.findFirst({ where: { ...of(reader), id }, select: shown })) as unknown as InboxRow | null) ?? undefined;
  }
}
