import type { LedgerCall } from '@inkproof/contract';

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
];

/** What a spreadsheet would take for a formula is shown as the text it is. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  const text = harmless(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, with a byte order mark because spreadsheets otherwise read Chinese in a code page. */
export const callsCsvHead = `\uFEFF${columns.map(([name]) => name).join(',')}\r\n`;

export const callsCsvRows = (calls: readonly LedgerCall[]): string => calls.map((call) => `${columns.map(([, of]) => cell(of(call))).join(',')}\r\n`).join('');
