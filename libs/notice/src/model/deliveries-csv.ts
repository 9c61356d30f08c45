import type { NoticeDelivery } from '@inkproof/contract';
import { BYTE_ORDER_MARK, csvRow } from '@inkproof/kernel';

const columns: readonly [string, (delivery: NoticeDelivery) => string | number | null][] = [
  ['id', ({ id }) => id],
  ['tenant_id', ({ tenant }) => tenant?.id ?? null],
  ['tenant', ({ tenant }) => tenant?.name ?? null],
  ['person_id', ({ person }) => person?.id ?? null],
  ['person', ({ person }) => person?.name ?? null],
  ['channel', ({ channel }) => channel],
  ['owed', ({ owed }) => String(owed)],
  ['state', ({ state }) => state],
  ['attempts', ({ attempts }) => attempts],
  ['created_at', ({ created_at }) => created_at],
  ['sent_at', ({ sent_at }) => sent_at],
  ['settled_at', ({ settled_at }) => settled_at],
  ['read_at', ({ read_at }) => read_at],
  ['last_error', ({ last_error }) => last_error],
  ['in_place_of', ({ in_place_of }) => in_place_of],
  ['carrier', ({ carrier }) => carrier],
  ['sha256', ({ sha256 }) => sha256],
];

/** RFC 4180, with a byte order mark. */
export const deliveriesCsvHead = BYTE_ORDER_MARK + csvRow(columns.map(([name]) => name));

export const deliveriesCsvRows = (deliveries: readonly NoticeDelivery[]): string => deliveries.map((delivery) => csvRow(columns.map(([, of]) => of(delivery)))).join('');
