import type { TicketFileType } from '@inkproof/contract';

const signatures: readonly [TicketFileType, at: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
  ['application/pdf', 0, '%PDF-'],
];

const begins = (file: Uint8Array, at: number, bytes: string): boolean => Array.from(bytes).every((byte, index) => file[at + index] === byte.charCodeAt(0));

/** Controls that no text has; tab, line feed, form feed, carriage return and the escape of coloured logs are none of these. */
const NO_TEXT = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]/;
/** A tag, a comment or a declaration at the beginning: HTML, SVG, XML. A log may begin with a number in angle brackets. */
const MARKUP = /^\s*<[a-z!?/]/i;

const textOf = (file: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
};

const isJson = (text: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What a file is by its bytes; undefined for what no ticket takes. Of plain text the name may say that it is a table. */
export const fileTypeOf = (file: Uint8Array, name: string): TicketFileType | undefined => {
  const signed = signatures.find(([, at, bytes]) => begins(file, at, bytes))?.[0];
  if (signed) return signed;
  const text = textOf(file);
  if (!text?.trim() || NO_TEXT.test(text) || MARKUP.test(text)) return undefined;
  if (isJson(text)) return 'application/json';
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
};

const endings: Record<TicketFileType, readonly string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/json': ['json', 'log', 'txt'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'log', 'md'],
};

const NAME_MAX_CHARACTERS = 120;

/** How a file is called from then on: no folders, nothing that cannot be seen or turns the order of letters round, and an ending that says what it is. */
export const fileNameOf = (given: string, type: TicketFileType): string => {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1)!;
  const name = [...last.replace(/[\p{C}\p{Zl}\p{Zp}"<>|:*?]/gu, '')].slice(-NAME_MAX_CHARACTERS).join('').replace(/^[.\s]+|[.\s]+$/g, '') || 'file';
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return endings[type].includes(ending) ? name : `${name}.${endings[type][0]}`;
};
