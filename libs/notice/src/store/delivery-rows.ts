import { noticeKinds, topicOf, type DeliveryState, type NoticeChannel, type NoticeKind, type NoticeTopic } from '@inkproof/contract';
import { sortableId, type Id } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';

export interface DeliveryRow {
  id: Id<'ndl'>;
  noticeId: Id<'ntc'>;
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

export interface DeliveryNarrowing {
  topic?: NoticeTopic;
  kind?: NoticeKind;
  tenant?: Id<'ten'>;
  person?: string;
  channel?: NoticeChannel;
  state?: DeliveryState;
  from?: Date;
  before?: Date;
  below?: string;
}

const NOTHING_BY_CHANCE = new Uint8Array(16);

/** The lowest id that a moment can have. Ids sort by age, so a span of time is a range of the key that pages are walked by. */
const lowestAt = (at: Date): string => `ndl_${sortableId(at.getTime(), NOTHING_BY_CHANCE)}`;

export const kindsOf = (topic: NoticeTopic): NoticeKind[] => noticeKinds.filter((kind) => topicOf(kind) === topic);

export const narrowed = ({ topic, kind, tenant, person, channel, state, from, before, below }: DeliveryNarrowing): Prisma.Sql[] => [
  ...(below === undefined ? [] : [Prisma.sql`d.id < ${below}`]),
  ...(before === undefined ? [] : [Prisma.sql`d.id < ${lowestAt(before)}`]),
  ...(from === undefined ? [] : [Prisma.sql`d.id >= ${lowestAt(from)}`]),
  ...(topic === undefined ? [] : [Prisma.sql`d.kind = ANY(${kindsOf(topic)})`]),
  ...(kind === undefined ? [] : [Prisma.sql`d.kind = ${kind}`]),
  ...(tenant === undefined ? [] : [Prisma.sql`d.tenant_id = ${tenant}`]),
  ...(person === undefined ? [] : [Prisma.sql`d.person_id = ${person}`]),
  ...(channel === undefined ? [] : [Prisma.sql`d.channel = ${channel}::"NoticeChannel"`]),
  ...(state === undefined ? [] : [Prisma.sql`d.state = ${state}::"NoticeFate"`]),
];

/** Newest first. */
export const deliveriesWhere = async (tx: Tx, where: Prisma.Sql, size: number): Promise<DeliveryRow[]> => {
  const rows = await tx.$queryRaw<(Omit<DeliveryRow, 'tenant'> & { tenantId: Id<'ten'> | null; tenantName: string | null })[]>`
    SELECT d.id, d.notice_id AS "noticeId", d.tenant_id AS "tenantId", t.name AS "tenantName", d.person_id AS "personId", p.name AS "personName", d.channel::text, d.owed, d.in_place_of AS "inPlaceOf", d.state::text, d.attempts,
      d.created_at AS "createdAt", d.sent_at AS "sentAt", d.settled_at AS "settledAt", d.read_at AS "readAt", d.last_error AS "lastError", d.carrier_id AS "carrierId", a.sha256
    FROM notice_delivery d LEFT JOIN tenant t ON t.id = d.tenant_id LEFT JOIN person p ON p.id = d.person_id LEFT JOIN mail_archive a ON a.mail_id = d.carrier_id
    WHERE ${where} ORDER BY d.id DESC LIMIT ${size}`;
  return rows.map(({ tenantId, tenantName, ...row }) => ({ ...row, tenant: tenantId === null ? null : { id: tenantId, name: tenantName! } }));
};
