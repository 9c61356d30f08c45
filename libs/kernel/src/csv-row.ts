/** What a spreadsheet would take for a formula is shown as the text it is. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  const text = harmless(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Begins a file for spreadsheets, which otherwise read Chinese in a code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One row as RFC 4180 writes it. */
export const csvRow = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;
