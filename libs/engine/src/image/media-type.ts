import { Unreadable } from '../unreadable.js';

export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/tiff' | 'image/gif' | 'image/avif';

const TAKEN = 'Send JPEG, PNG, WebP, TIFF, GIF or AVIF';

const latin1 = (file: Uint8Array, begin: number, end: number): string => Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1', begin, end);

/** The brands of an ISO media file: AVIF and HEIC share everything else. */
const brands = (file: Uint8Array): string[] => {
  if (latin1(file, 4, 8) !== 'ftyp') return [];
  const end = Math.min(new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0), file.byteLength, 256);
  return [latin1(file, 8, 12), ...Array.from({ length: Math.max(0, Math.floor((end - 16) / 4)) }, (_, index) => latin1(file, 16 + index * 4, 20 + index * 4))];
};

const isAvif = (file: Uint8Array): boolean => brands(file).some((brand) => brand === 'avif' || brand === 'avis');
const isHeic = (file: Uint8Array): boolean => brands(file).some((brand) => /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand));

const taken: readonly [MediaType, (file: Uint8Array) => boolean][] = [
  ['image/jpeg', (file) => latin1(file, 0, 3) === '\xff\xd8\xff'],
  ['image/png', (file) => latin1(file, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/webp', (file) => latin1(file, 0, 4) === 'RIFF' && latin1(file, 8, 12) === 'WEBP'],
  ['image/tiff', (file) => /^(II[*+]\0|MM\0[*+])$/.test(latin1(file, 0, 4))],
  ['image/gif', (file) => /^GIF8[79]a$/.test(latin1(file, 0, 6))],
  ['image/avif', isAvif],
];

/** What people send often enough to deserve a word about what to do with it. */
const refused: readonly [(file: Uint8Array) => boolean, string][] = [
  [isHeic, 'This is a HEIC picture, as phones store them. Convert it to JPEG'],
  [(file) => latin1(file, 0, 1024).includes('%PDF-'), 'This is a PDF. Render its pages as PNG or as one TIFF, at 200 to 300 dpi'],
  [(file) => latin1(file, 0, 2) === 'BM', 'This is a BMP picture. Convert it to PNG'],
  [(file) => /<svg[\s>]/i.test(latin1(file, 0, 4096)), 'This is an SVG drawing. Render it as PNG'],
  [(file) => latin1(file, 0, 12).includes('jP  ') || latin1(file, 0, 4) === '\xff\x4f\xff\x51', 'This is a JPEG 2000 picture. Convert it to PNG'],
];

/**
 * What a file is, by its first bytes. Its name and its declared type are not asked: both are often wrong, and a decoder
 * must only ever see what it was meant for. This is also what keeps SVG, a program rather than a picture, out of the library.
 */
export const mediaTypeOf = (file: Uint8Array): MediaType => {
  if (file.byteLength === 0) throw new Unreadable('empty', 'The file holds no bytes');
  const found = taken.find(([, is]) => is(file));
  if (found) return found[0];
  const advice = refused.find(([is]) => is(file))?.[1];
  throw new Unreadable('unsupported', advice ? `${advice}. ${TAKEN}.` : `The first bytes are not those of a picture we read. ${TAKEN}.`);
};
