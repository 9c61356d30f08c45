import { Unreadable } from '../unreadable.js';
import { isoBrands } from './iso-media.js';

/** Pictures that one library decodes for us. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/tiff' | 'image/gif' | 'image/avif';
export type MediaType = PictureType | 'image/bmp' | 'image/heic' | 'application/pdf';

const TAKEN = 'Send JPEG, PNG, WebP, TIFF, GIF, BMP, AVIF, HEIC or PDF';

const latin1 = (file: Uint8Array, begin: number, end: number): string => Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1', begin, end);

const begins = (text: string) => (file: Uint8Array): boolean => latin1(file, 0, text.length) === text;
const hasBrand = (pattern: RegExp) => (file: Uint8Array): boolean => isoBrands(file).some((brand) => pattern.test(brand));

const taken: readonly [MediaType, (file: Uint8Array) => boolean][] = [
  ['image/jpeg', begins('\xff\xd8\xff')],
  ['image/png', begins('\x89PNG\r\n\x1a\n')],
  ['image/webp', (file) => begins('RIFF')(file) && latin1(file, 8, 12) === 'WEBP'],
  ['image/tiff', (file) => /^(II[*+]\0|MM\0[*+])$/.test(latin1(file, 0, 4))],
  ['image/gif', (file) => /^GIF8[79]a$/.test(latin1(file, 0, 6))],
  ['image/avif', hasBrand(/^avi[fs]$/)],
  // Of everything else that shares this envelope, only what phones write: the rest is film.
  ['image/heic', hasBrand(/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/)],
  // Two letters are little to go by, so the size of the header behind them must be one that exists.
  ['image/bmp', (file) => begins('BM')(file) && [12, 40, 52, 56, 64, 108, 124].includes(file[14] ?? 0) && file[15] === 0],
  // Mail programs and printers put things before the mark, and every viewer looks for it here.
  ['application/pdf', (file) => latin1(file, 0, 1024).includes('%PDF-')],
];

/** What people send often enough to deserve a word about what to do with it. */
const refused: readonly [(file: Uint8Array) => boolean, string][] = [
  [(file) => /<svg[\s>]/i.test(latin1(file, 0, 4096)), 'This is an SVG drawing. Render it as PNG'],
  [(file) => latin1(file, 0, 12).includes('jP  ') || begins('\xff\x4f\xff\x51')(file), 'This is a JPEG 2000 picture. Convert it to PNG'],
  [(file) => begins('\xff\x0a')(file) || latin1(file, 4, 8) === 'JXL ', 'This is a JPEG XL picture. Convert it to PNG'],
  [(file) => begins('PK\x03\x04')(file) && /word\/|xl\/|ppt\/|\[Content_Types\]|mimetypeapplication\/vnd\.oasis/.test(latin1(file, 0, 4096)), 'This is an Office document. Export it as PDF'],
  [begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'This is an old Office document. Export it as PDF'],
  [(file) => begins('PK\x03\x04')(file) || begins('Rar!')(file) || begins('7z\xbc\xaf')(file) || begins('\x1f\x8b')(file), 'This is an archive. Unpack it and send its files one by one'],
  [begins('{\\rtf'), 'This is an RTF document. Export it as PDF'],
  [(file) => /^\s*<(!doctype html|html|head|body)[\s>]/i.test(latin1(file, 0, 512)), 'This is an HTML page. Print it as PDF'],
  [begins('%!PS'), 'This is a PostScript file. Convert it to PDF'],
  [begins('8BPS'), 'This is a Photoshop file. Export it as PNG'],
  [begins('AT&TFORM'), 'This is a DjVu document. Convert it to PDF'],
];

/**
 * What a file is, by its first bytes. Its name and its declared type are not asked: both are often wrong, and a decoder
 * must only ever see what it was meant for. This is also what keeps SVG, a program rather than a picture, out of the library.
 */
export const mediaTypeOf = (file: Uint8Array): MediaType => {
  if (file.byteLength === 0) throw new Unreadable('empty', 'The file holds no bytes. Send the picture or document itself.');
  const found = taken.find(([, is]) => is(file));
  if (found) return found[0];
  const advice = refused.find(([is]) => is(file))?.[1];
  throw new Unreadable('unsupported', advice ? `${advice}. ${TAKEN}.` : `The first bytes are not those of a file we read. ${TAKEN}.`);
};
