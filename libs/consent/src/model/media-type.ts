/** What a file of a filing may be, by its first bytes. A DOCX is a ZIP archive, and what is in it is not looked at. */
const signatures: readonly [mediaType: string, at: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
  ['application/pdf', 0, '%PDF-'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 0, 'PK\x03\x04'],
];

const begins = (file: Uint8Array, at: number, bytes: string): boolean => Array.from(bytes).every((byte, index) => file[at + index] === byte.charCodeAt(0));

/** Undefined for anything else. */
export const mediaTypeOf = (file: Uint8Array): string | undefined => signatures.find(([, at, bytes]) => begins(file, at, bytes))?.[0];
