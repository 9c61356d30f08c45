import type { NoticeChannel, NoticeKind } from '@inkproof/contract';
import type { Run } from '@inkproof/platform';

/** A delivery as it begins. */
export interface NewDelivery {
  id: string;
  noticeId: string;
  tenantId: string | null;
  personId: string | null;
  channel: NoticeChannel;
  kind: NoticeKind;
  owed: boolean;
  carrierId: string | null;
  inPlaceOf?: string;
}

/** Writes deliveries, in one statement. What lies in an inbox has arrived; what is carried waits for its carrier. */
export const writeDeliveries = async (run: Run, rows: readonly NewDelivery[], at: Date): Promise<void> => {
  if (!rows.length) return;
  await run({
    text: `INSERT INTO notice_delivery (id, notice_id, tenant_id, person_id, channel, kind, owed, carrier_id, in_place_of, created_at, state, sent_at, settled_at)
           SELECT id, notice_id, tenant_id, person_id, channel::"NoticeChannel", kind, owed, carrier_id, in_place_of, $10::timestamptz,
             (CASE channel WHEN 'app' THEN 'accepted' ELSE 'queued' END)::"NoticeFate", CASE channel WHEN 'app' THEN $10::timestamptz END, CASE channel WHEN 'app' THEN $10::timestamptz END
           FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[], $9::text[]) AS d(id, notice_id, tenant_id, person_id, channel, kind, owed, carrier_id, in_place_of)`,
    values: [rows.map(({ id }) => id), rows.map(({ noticeId }) => noticeId), rows.map(({ tenantId }) => tenantId), rows.map(({ personId }) => personId), rows.map(({ channel }) => channel), rows.map(({ kind }) => kind), rows.map(({ owed }) => owed), rows.map(({ carrierId }) => carrierId), rows.map(({ inPlaceOf }) => inPlaceOf ?? null), at],
  });
};
