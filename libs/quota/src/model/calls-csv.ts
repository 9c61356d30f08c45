import type { LedgerCall } from '@inkproof/contract';
import { BYTE_ORDER_MARK, csvRow } from '@inkproof/kernel';

const columns: readonly [string, (call: LedgerCall) => string | number | null][] = [
  ['at', ({ at }) => at],
  ['id', ({ id }) => id],
  ['request_id', ({ request_id }) => request_id],
  ['key_id', ({ key }) => key?.id ?? null],
  ['key_label', ({ key }) => key?.label ?? null],
  ['channel', ({ channel }) => channel],
  ['environment', ({ environment }) => environment],
  ['route', ({ route }) => route],
  ['outcome', ({ outcome }) => outcome],
  ['code', ({ code }) => code],
  ['reason', ({ reason }) => reason],
  ['page_reasons', ({ page_reasons }) => Object.entries(page_reasons).map(([reason, pages]) => `${reason}=${pages}`).join(' ')],
  ['recognition', ({ recognition }) => recognition],
  ['pages', ({ pages }) => pages],
  ['billed_pages', ({ billed_pages }) => billed_pages],
  ['duration_ms', ({ duration_ms }) => duration_ms],
  ['limit', ({ limit }) => limit?.name ?? null],
  ['limit_max', ({ limit }) => limit?.max ?? null],
];

/** RFC 4180, with a byte order mark. */
export const callsCsvHead = BYTE_ORDER_MARK + csvRow(columns.map(([name]) => name));

export const callsCsvRows = (calls: readonly LedgerCall[]): string => calls.map((call) => csvRow(columns.map(([, of]) => of(call)))).join('');
