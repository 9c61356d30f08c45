import type { FoundDelivery, NoticeDelivery, PublishedNotice } from '@inkproof/contract';
import { attainmentOf } from '../model/attainment.js';
import { noticeText } from '../model/notice-words.js';
import type { DeliveryRow } from '../store/delivery-rows.js';
import type { FoundRow } from '../store/delivery-search.js';
import type { PublishedRow } from '../store/ledger-store.js';

const titleOf = ({ kind, words }: Pick<PublishedRow, 'kind' | 'words'>): PublishedNotice['title'] => ({ zh: noticeText(kind, words, 'zh').title, en: noticeText(kind, words, 'en').title });
const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

export const showPublished = ({ id, kind, subject, words, link, staff, publishedAt, reachBy, expandedAt, ...counts }: PublishedRow): PublishedNotice => ({
  id,
  kind,
  subject,
  title: titleOf({ kind, words }),
  link,
  to_staff: staff.length > 0,
  published_at: publishedAt.toISOString(),
  reach_by: moment(reachBy),
  spread_at: moment(expandedAt),
  ...counts,
  attainment: attainmentOf(counts),
});

export const showDelivery = ({ id, tenant, personId, personName, channel, owed, inPlaceOf, state, attempts, createdAt, sentAt, settledAt, readAt, lastError, carrierId, sha256 }: DeliveryRow): NoticeDelivery => ({
  id,
  tenant,
  person: personId === null ? null : { id: personId, name: personName },
  channel,
  owed,
  in_place_of: inPlaceOf,
  state,
  attempts,
  created_at: createdAt.toISOString(),
  sent_at: moment(sentAt),
  settled_at: moment(settledAt),
  read_at: moment(readAt),
  last_error: lastError,
  carrier: carrierId,
  sha256,
});

export const showFound = ({ notice: { words, ...notice }, ...delivery }: FoundRow): FoundDelivery => ({ ...showDelivery(delivery), notice: { ...notice, title: titleOf({ kind: notice.kind, words }) } });
